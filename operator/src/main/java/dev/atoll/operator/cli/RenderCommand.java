// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import dev.atoll.operator.config.StandaloneConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code atoll render}: manifests in, children out. */
@Command(
        name = "render",
        description = "Prints the objects that the operator would make of custom resources. Needs no cluster.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.USAGE,
        footer = {
            "",
            "The input may hold other objects too. Those of IngressClass, GatewayClass and Gateway decide how a route"
                    + " is published; the rest is passed over.",
            "",
            "The output is what is applied, less what only a cluster can add: owner references and the annotation"
                    + " atoll.dev/made-for (they need the UID of the custom resource) are left out, and a Secret whose content the operator makes up once has its"
                    + " keys with empty values.",
            "",
            "Resources are checked by the schemas and rules of the CRDs, as the API server does on creation, and by"
                    + " what the operator checks itself. Not checked: rules about changes to existing resources, and"
                    + " the API server's own checks of the printed objects. The settings that the operator takes from"
                    + " the environment (ATOLL_...) are honoured.",
            "",
            "Exit code: 0 all rendered, 1 wrong usage or an unreadable file, 2 a resource or a part of one was refused (it"
                    + " is named on standard error; the rest is printed)."
        })
final class RenderCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--filename"},
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders (with their subfolders: *.yaml, *.yml, *.json) or - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of resources that name none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "default")
    private String namespace = "default";

    @Option(
            names = {"-v", "--verbose"},
            description = "Names the objects that are passed over, on standard error.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        List<Document> documents;
        try {
            documents = ManifestFiles.read(files, System.in);
        } catch (IOException e) {
            err.println("atoll: " + e.getMessage());
            return ExitCode.USAGE;
        }
        var rendered = Rendering.of(documents, namespace, StandaloneConfig.ofEnvironment());
        rendered.remarks().forEach(err::println);
        if (verbose) {
            rendered.passedOver().forEach(document -> err.println("passed over: " + document.text()));
        }
        spec.commandLine().getOut().print(rendered.yaml());
        spec.commandLine().getOut().flush();
        return rendered.isRefused() ? ExitCode.REFUSED : ExitCode.OK;
    }
}
