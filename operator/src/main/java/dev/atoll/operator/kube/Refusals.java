// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.kube.Outcome.Refused;
import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.meta.Identity;
import dev.atoll.operator.meta.Standing;
import dev.atoll.operator.status.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Tells answers that the user has to know of from outages, which a later attempt mends by itself. */
final class Refusals {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int SERVER_ERROR = 500;

    /** How a server-side apply answers an object that is not of its type or has a key twice, for all its code of 500. */
    private static final String UNTYPABLE = "failed to create typed patch object";

    private Refusals() {}

    /** The object exists and does not belong to the resource. */
    static Refused of(ObjectKey key, Standing standing, Identity identity) {
        if (standing == Standing.LEAVING) {
            return new Refused(new Blocked(
                    Reason.Waiting,
                    key.text() + " of an earlier resource is still being deleted; waiting until it is gone."));
        }
        return new Refused(new Blocked(
                Reason.NotOwned,
                "%s exists and does not belong to %s %s; it is left as it is. Delete or rename it, or rename the %2$s."
                        .formatted(key.text(), identity.owner().getKind(), identity.name())));
    }

    /**
     * The API server refused the object.
     *
     * @throws KubernetesClientException the same, when it is not the object's fault
     */
    static Refused of(ObjectKey key, KubernetesClientException e) {
        return of(key, e, "");
    }

    /**
     * The API server refused the object.
     *
     * @param remedy what the user can do; empty when the answer says it
     * @throws KubernetesClientException the same, when it is not the object's fault
     */
    static Refused of(ObjectKey key, KubernetesClientException e, String remedy) {
        if (isKindUnknown(e)) {
            return new Refused(new Blocked(
                    Reason.ApiNotInstalled,
                    "The API server no longer knows the kind of %s; install its CRD again.".formatted(key.text())));
        }
        if (isWebhookAway(e)) {
            return new Refused(new Blocked(
                    Reason.Rejected,
                    "%s is not written, since an admission webhook of the cluster does not answer: %s. Mend or remove it"
                            .formatted(key.text(), e.getStatus().getMessage())));
        }
        var reason = switch (e.getCode()) {
            case FORBIDDEN -> says(e, "exceeded quota") ? Reason.QuotaExceeded : Reason.Rejected;
            case BAD_REQUEST, UNPROCESSABLE -> Reason.Rejected;
            case SERVER_ERROR -> {
                if (says(e, UNTYPABLE)) {
                    yield Reason.Rejected;
                }
                throw e;
            }
            default -> throw e;
        };
        var answer = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
        return new Refused(
                new Blocked(reason, "The API server refuses " + key.text() + ": " + answer + remedy(remedy)));
    }

    private static String remedy(String text) {
        return text.isEmpty() ? "" : ". " + text;
    }

    /** An answer about an object, or its namespace, says which one. */
    private static boolean isKindUnknown(KubernetesClientException e) {
        return e.getCode() == NOT_FOUND
                && (e.getStatus() == null || e.getStatus().getDetails() == null);
    }

    /** Called an internal error of the API server, which is well; somebody has to look after the webhook. */
    private static boolean isWebhookAway(KubernetesClientException e) {
        return e.getCode() == SERVER_ERROR && says(e, "failed calling webhook");
    }

    private static boolean says(KubernetesClientException e, String words) {
        return e.getStatus() != null
                && e.getStatus().getMessage() != null
                && e.getStatus().getMessage().contains(words);
    }
}
