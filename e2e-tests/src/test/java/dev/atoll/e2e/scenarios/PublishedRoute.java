// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The route of a scenario at the gateway that the run is about. Where the table says that the gateway cannot have one of
 * the fields that the route needs, it is proved that the route is refused, and nothing else is left to be tried.
 */
public final class PublishedRoute {
    private static final List<ObjectKind> PUBLICATIONS = List.of(ObjectKind.Ingress, ObjectKind.HTTPRoute);

    private final Scene scene;
    private final Placeholders placeholders;
    private final List<GenericKubernetesResource> applied = new ArrayList<>();
    private List<String> fields = List.of();
    private boolean refused;

    /** Called by Cucumber. */
    public PublishedRoute(Scene scene, Placeholders placeholders) {
        this.scene = scene;
        this.placeholders = placeholders;
    }

    /**
     * Applies manifests and waits until all they have works; or until the last route among them is refused, if the table
     * has it so.
     *
     * @param needed fields of the table
     */
    void publish(String file, List<String> needed) {
        fields = needed;
        var run = GatewayRun.current();
        var features = run.features();
        var missing = needed.stream()
                .filter(field -> !run.table().isEnforced(field, run.gateway(), features))
                .toList();
        applied.clear();
        apply(file);
        awaitServices();
        if (missing.isEmpty()) {
            applied("GatewayRoute").forEach(this::awaitReady);
        } else {
            refused = true;
            awaitRefusal(missing.stream()
                    .filter(field -> run.table().isRefusedByItself(field, run.gateway()))
                    .map(run.table()::text)
                    .toList());
            requireNothingPublished();
        }
    }

    /** Whether there is nothing to be tried. */
    boolean isRefused() {
        return refused;
    }

    /** The first host of the last route, with the text one where it is a wildcard. */
    String host() {
        List<String> hosts = Objects.requireNonNull(route().get("spec", "hosts"));
        return hosts.getFirst().replace("*.", "one.");
    }

    /** Says another thing of one of the routes, as a merge patch in YAML. */
    void patch(String name, String yaml) {
        ObjectKind.GatewayRoute.in(scene, name)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        Serialization.asJson(Serialization.unmarshal(yaml, Map.class)));
    }

    /** Has the end of the scenario written down. */
    void note(String scenario, boolean failed) {
        var cell = failed ? GatewayCells.Cell.FAILED : refused ? GatewayCells.Cell.REFUSED : GatewayCells.Cell.ENFORCED;
        var rows = fields.isEmpty() ? List.of(scene.name() + ": " + scenario) : fields;
        rows.forEach(row -> GatewayCells.note(row, GatewayRun.current().gateway(), cell));
    }

    private void awaitServices() {
        var run = GatewayRun.current();
        var shared = scene.namespace().equals(run.namespace()) ? run.services() : List.<String>of();
        var own = applied("Microservice").map(service -> service.getMetadata().getName());
        Stream.concat(shared.stream(), own)
                .forEach(service -> scene.waitUntil("the service " + service + " is Ready", () -> {
                    var found = ObjectKind.Microservice.in(scene, service).require();
                    return Seen.that(
                            conditions(found, "Ready", "True").findAny().isPresent(), found.get("status"));
                }));
    }

    private Stream<GenericKubernetesResource> applied(String kind) {
        return applied.stream().filter(object -> kind.equals(object.getKind()));
    }

    private void apply(String file) {
        String yaml = scene.read(file);
        for (String word : List.of("{keys}", "{namespace}")) {
            yaml = yaml.replace(word, placeholders.fill(word));
        }
        for (HasMetadata object : scene.client()
                .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            GatewayRun.current().turnHere(object);
            object.getMetadata().setNamespace(scene.namespace().name());
            var answer = scene.client()
                    .resource(object)
                    .fieldManager("a-user")
                    .forceConflicts()
                    .serverSideApply();
            if (answer instanceof GenericKubernetesResource found) {
                applied.add(found);
            }
        }
        scene.somethingChanges();
    }

    private void awaitReady(GenericKubernetesResource of) {
        awaitCondition(of, "Ready", "True", condition -> true);
    }

    /** For what each of the fields asks of the gateway. */
    private void awaitRefusal(List<String> texts) {
        awaitCondition(
                route(),
                "Accepted",
                "False",
                condition -> "FeatureNotSupported".equals(condition.get("reason"))
                        && texts.stream().allMatch(String.valueOf(condition.get("message"))::contains));
    }

    private void awaitCondition(
            GenericKubernetesResource of, String type, String status, Predicate<Map<String, Object>> wanted) {
        String name = of.getMetadata().getName();
        scene.waitUntil("gatewayroute " + name + " says " + type + "=" + status, () -> {
            var found = ObjectKind.GatewayRoute.in(scene, name).require();
            return Seen.that(
                    conditions(found, type, status).anyMatch(wanted), Serialization.asYaml(found.get("status")));
        });
    }

    /** Those for the present generation. */
    private static Stream<Map<String, Object>> conditions(
            GenericKubernetesResource object, String type, String status) {
        List<Map<String, Object>> conditions = object.get("status", "conditions");
        String generation = String.valueOf(object.getMetadata().getGeneration());
        return (conditions == null ? Stream.<Map<String, Object>>of() : conditions.stream())
                .filter(condition -> type.equals(condition.get("type")))
                .filter(condition -> status.equals(condition.get("status")))
                .filter(condition -> generation.equals(String.valueOf(condition.get("observedGeneration"))));
    }

    private void requireNothingPublished() {
        for (ObjectKind kind : PUBLICATIONS) {
            String all = Serialization.asYaml(kind.all(scene));
            // Not part of a longer host, which is another route's.
            if (Pattern.compile("(?<![-\\w.])" + Pattern.quote(host()))
                    .matcher(all)
                    .find()) {
                throw scene.failure("The route is refused, but there is a " + kind + " for " + host() + ": " + all);
            }
        }
        var request = Wanted.get(host(), "/");
        scene.waitUntil("nobody answers for " + host(), () -> {
            var answer = GatewayRun.current().client().send(request);
            if (answer.isFromAService()) {
                throw scene.failure("The route is refused, but its host is answered: " + answer);
            }
            return Seen.that(answer.status() == 404, answer);
        });
    }

    private GenericKubernetesResource route() {
        return applied("GatewayRoute")
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("the manifest has no GatewayRoute"));
    }
}
