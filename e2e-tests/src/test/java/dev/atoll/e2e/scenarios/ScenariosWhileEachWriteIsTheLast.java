// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.SharedCluster;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The scenarios with the tag {@code @operator-killed-at-every-write} once more, while the operator dies of every write. */
@Suite(failIfNoTests = false)
@IncludeEngines("cucumber")
@SelectDirectories("scenarios")
@IncludeTags("operator-killed-at-every-write")
class ScenariosWhileEachWriteIsTheLast {
    @BeforeSuite
    static void begin() {
        var cluster = SharedCluster.get();
        OperatorKiller.begin(
                new KilledAtEveryWrite(cluster.operator(), cluster.kind().client()));
    }

    @AfterSuite
    static void end() {
        OperatorKiller.end();
    }
}
