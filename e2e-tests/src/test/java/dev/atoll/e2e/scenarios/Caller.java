// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Calls services from pods of the scenario's namespace that belong to the service's own application. */
final class Caller {
    private static final long LONGEST_CALL_SECONDS = 30;

    private final Scene scene;

    Caller(Scene scene) {
        this.scene = scene;
    }

    /** The URL of a target as a step names it: host, port and path, or a whole URL. */
    static String url(String target) {
        String url = target.contains("://") ? target : "http://" + target;
        return url.indexOf('/', url.indexOf("://") + 3) < 0 ? url + "/" : url;
    }

    /** One GET request. */
    Seen get(String target, String wanted) {
        var answer = run(application(target), "get", url(target));
        return Seen.that(answer.succeeded() && answer.output().contains(wanted), answer.output() + answer.errors());
    }

    /** What the actor does when it is told so in a pod of an application, which is started if there is none. */
    Shell.Result run(String application, String... arguments) {
        Pod pod = start("caller-" + application, application, List.of());
        if (!Readiness.getInstance().isReady(pod)) {
            return new Shell.Result(-1, "", "the pod " + pod.getMetadata().getName() + " is not ready to call anybody");
        }
        var command = Stream.concat(Stream.of("actor"), Stream.of(arguments)).toArray(String[]::new);
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        try (var call = scene.client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withName(pod.getMetadata().getName())
                .writingOutput(output)
                .writingError(errors)
                .exec(command)) {
            int exitCode = call.exitCode().get(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
            return new Shell.Result(
                    exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } catch (ExecutionException | TimeoutException e) {
            return new Shell.Result(-1, "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling from " + application, e);
        }
    }

    /** A pod of the actor, which is started if there is none of that name. */
    Pod start(String name, String application, List<String> arguments) {
        Pod found = scene.client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withName(name)
                .get();
        return found == null
                ? scene.client()
                        .resource(ActorPod.of(name, application, arguments))
                        .create()
                : found;
    }

    /** The application of the service that is called. */
    String application(String target) {
        String host = url(target).replaceAll("^[a-z]+://", "").replaceAll("[.:/].*$", "");
        GenericKubernetesResource service =
                ObjectKind.Microservice.in(scene, host).get();
        String application = service == null ? null : service.get("spec", "application");
        return application == null ? scene.namespace().name() : application;
    }
}
