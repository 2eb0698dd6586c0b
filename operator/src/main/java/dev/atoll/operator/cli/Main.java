// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** One program: without arguments the operator, with arguments the command line, which needs nothing of Quarkus. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            System.exit(AtollCommand.run(arguments));
        }
    }
}
