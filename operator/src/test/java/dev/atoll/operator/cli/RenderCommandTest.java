// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    private static final String ORDERS = """
            apiVersion: atoll.dev/v1alpha1
            kind: Microservice
            metadata: {name: orders, namespace: shop}
            spec:
              image: registry.example.com/shop/orders:1.4.2
              ports: [{name: http, port: 8080}]
            """;
    private static final String PAYMENT = ORDERS.replace("orders", "payment");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsTheChildrenInTheOrderInWhichTheyAreApplied() throws IOException {
        int exitCode = render(ORDERS);

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(kinds()).containsExactly("ServiceAccount", "NetworkPolicy", "Service", "Deployment");
    }

    @Test
    void printsTheAutoscalerOfAServiceAmongTheManifests() throws IOException {
        int exitCode = render("""
                apiVersion: atoll.dev/v1alpha1
                kind: ScalingPolicy
                metadata: {name: orders, namespace: shop}
                spec: {service: orders, maxReplicas: 10}
                """, ORDERS);

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(kinds()).contains("Deployment", "HorizontalPodAutoscaler");
        assertThat(out.toString()).doesNotContain("replicas: 1").contains("atoll.dev/replicas: autoscaled");
    }

    @Test
    void printsTheSameWhateverTheOrderOfTheInput() throws IOException {
        render(ORDERS, PAYMENT);
        var first = out.toString();
        out.getBuffer().setLength(0);
        render(PAYMENT, ORDERS);

        assertThat(out.toString()).isEqualTo(first);
        assertThat(first).containsSubsequence("# From Microservice orders", "# From Microservice payment");
    }

    @Test
    void leavesOutTheOwnerReferenceSinceItNeedsAUid() throws IOException {
        render(ORDERS);

        assertThat(out.toString()).doesNotContain("ownerReferences").doesNotContain("uid");
    }

    @Test
    void namesARefusedResourceWithFieldReasonAndRemedyAndPrintsTheOthers() throws IOException {
        int exitCode = render(ORDERS.replace("ports:", "port:"), PAYMENT);

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString())
                .contains("refused: Microservice orders (", "spec.port: is not a known field; correct or remove it")
                .contains("(Invalid)");
        assertThat(out.toString()).contains("# From Microservice payment").doesNotContain("name: orders");
    }

    @Test
    void refusesWhatOnlyTheOperatorChecks() throws IOException {
        int exitCode = render(ORDERS + "  podTemplate: {spec: {containers: 5}}\n");

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("spec.podTemplate: is not a partial pod template");
    }

    @Test
    void namesTheRefusedRuleOfARouteAndPrintsTheOthers() throws IOException {
        int exitCode = render(ORDERS, PAYMENT, """
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata: {name: any}
                spec: {controller: example.com/any}
                """, """
                apiVersion: atoll.dev/v1alpha1
                kind: GatewayRoute
                metadata: {name: shop, namespace: shop}
                spec:
                  className: any
                  hosts: [shop.example.com]
                  rules:
                    - {path: /orders, service: orders, port: http}
                    - {path: /orders, service: payment, port: http}
                """);

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("refused in part: GatewayRoute shop (")
                .contains("spec.rules[1].path: is for the same requests as spec.rules[0]; remove one of them")
                .endsWith("(Conflict)");
        assertThat(kinds()).contains("Ingress");
        assertThat(out.toString()).contains("path: /orders");
    }

    @Test
    void refusesTheSecondOfTwoResourcesOfOneName() throws IOException {
        int exitCode = render(ORDERS, ORDERS);

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("metadata.name: is that of a resource in", "0.yaml already");
        assertThat(kinds()).containsOnlyOnce("Deployment");
    }

    @Test
    void refusesAKindThatAtollDoesNotHave() throws IOException {
        int exitCode = render(ORDERS.replace("kind: Microservice", "kind: Microservise"));

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("kind: is 'Microservise'; the kinds of Atoll are Microservice,");
    }

    @Test
    void refusesAMissingApiVersion() throws IOException {
        int exitCode = render(ORDERS.replace("apiVersion: atoll.dev/v1alpha1", ""));

        assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("apiVersion: is ''; write atoll.dev/v1alpha1");
    }

    @Test
    void warnsOfAReferenceThatLeadsNowhereAndPrintsTheChildrenAllTheSame() throws IOException {
        int exitCode = render(ORDERS + "  dependencies: [{service: inventory}]\n");

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("unresolved: Microservice orders", "spec.dependencies[0].service");
        assertThat(kinds()).contains("Deployment");
    }

    @Test
    void saysThatAPausedResourceHasNothingToPrint() throws IOException {
        int exitCode = render(ORDERS + "  paused: true\n");

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("paused: Microservice orders", "spec.paused is true");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void putsResourcesWithoutNamespaceIntoTheGivenOne() throws IOException {
        var file = write("a.yaml", ORDERS.replace(", namespace: shop", ""));

        run("render", "-f", file, "-n", "staging");
        assertThat(out.toString()).contains("namespace: staging").doesNotContain("namespace: default");

        out.getBuffer().setLength(0);
        run("render", "-f", file);
        assertThat(out.toString()).contains("namespace: default");
    }

    @Test
    void readsFoldersListsAndJson() throws IOException {
        write(
                "sub/list.yaml",
                "kind: List\napiVersion: v1\nitems:\n- "
                        + ORDERS.strip().indent(2).strip());
        write("payment.json", """
                {"apiVersion": "atoll.dev/v1alpha1", "kind": "Microservice",
                \t"metadata": {"name": "payment"}, "spec": {"image": "payment:1"}}
                """);
        write("README.md", "# not a manifest: {");

        int exitCode = run("render", "-f", folder.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("# From Microservice orders", "# From Microservice payment");
    }

    @Test
    void namesWhatItPassesOverOnlyWhenAsked() throws IOException {
        var other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: prices}\n";

        assertThat(render(other)).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEmpty();
        run("render", "-v", "-f", write("other.yaml", other));
        assertThat(err.toString()).contains("passed over: ConfigMap prices (");
    }

    @Test
    void endsWithOneWhenAFileIsNotThere() {
        int exitCode = run("render", "-f", folder.resolve("absent.yaml").toString());

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("atoll: there is no file ").contains("absent.yaml");
    }

    @Test
    void endsWithOneWhenAFileIsNotYaml() throws IOException {
        int exitCode = run("render", "-f", write("broken.yaml", "spec: {a: 1\nb"));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("broken.yaml is not valid YAML").contains("line 2");
    }

    @Test
    void endsWithOneWhenItIsUsedWrongly() {
        assertThat(run("render")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Missing required option: '--filename");
        assertThat(run("rendr")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void explainsItself() {
        assertThat(run("render", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("owner references", "Exit code: 0");
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
    }

    private int render(String... manifests) throws IOException {
        for (int i = 0; i < manifests.length; i++) {
            write(i + ".yaml", manifests[i]);
        }
        return run("render", "-f", folder.toString());
    }

    private int run(String... arguments) {
        return AtollCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private List<String> kinds() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("kind: "))
                .map(line -> line.substring("kind: ".length()))
                .toList();
    }
}
