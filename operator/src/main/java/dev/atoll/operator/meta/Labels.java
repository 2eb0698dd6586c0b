// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels of every child, from one place. The keys are Kubernetes' recommended ones.
 *
 * <p>Selectors are a frozen subset ({@link #selector}): the labels of an object may grow, its selector cannot.
 */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String COMPONENT = "app.kubernetes.io/component";
    public static final String PART_OF = "app.kubernetes.io/part-of";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** The Job controller's, on every pod of a Job. */
    public static final String JOB_NAME = "batch.kubernetes.io/job-name";

    /** On no pod at all: what selects by it selects none. */
    public static final String NOBODY = "atoll.dev/nobody";
    /** Value of {@link #MANAGED_BY} on everything that Atoll writes; its informers select by it. */
    public static final String ATOLL = "atoll";

    private Labels() {}

    /** Whether an object says that Atoll writes it. */
    public static boolean isAtolls(HasMetadata object) {
        var labels = object.getMetadata().getLabels();
        return labels != null && ATOLL.equals(labels.get(MANAGED_BY));
    }

    /** For the metadata of an object; a new version of the operator may add to them. */
    public static Map<String, String> metadata(Identity identity) {
        var labels = new LinkedHashMap<>(selector(identity));
        labels.put(PART_OF, identity.application());
        labels.put(MANAGED_BY, ATOLL);
        return labels;
    }

    /**
     * For the pods of a service; never to be extended, since a change replaces them all: a new version of the operator
     * must not. They are what selects the pods, and what others find them by.
     */
    public static Map<String, String> pods(Identity identity) {
        var labels = new LinkedHashMap<>(selector(identity));
        labels.put(PART_OF, identity.application());
        labels.put(MANAGED_BY, ATOLL);
        return labels;
    }

    /** For selecting the pods of one resource; never to be extended, since selectors are immutable. */
    public static Map<String, String> selector(Identity identity) {
        return selector(identity.name(), identity.component());
    }

    /** For selecting the pods of another resource of the namespace; in an order that is always the same. */
    public static Map<String, String> selector(String name, String component) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(NAME, name);
        labels.put(COMPONENT, component);
        return labels;
    }

    /**
     * For what a label must never change: the template of pods whose restart is an outage, and objects that outlive their
     * resource. The application is not among them, since it can change.
     */
    public static Map<String, String> lasting(Identity identity) {
        var labels = new LinkedHashMap<>(selector(identity));
        labels.put(MANAGED_BY, ATOLL);
        return labels;
    }

    /** For selecting every service of an application. */
    public static Map<String, String> application(String application) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(PART_OF, application);
        labels.put(COMPONENT, Identity.SERVICE);
        return labels;
    }
}
