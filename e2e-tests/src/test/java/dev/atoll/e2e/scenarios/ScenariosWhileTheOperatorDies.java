// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.kind.SharedCluster;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The scenarios with the tag {@code @operator-killed-meanwhile} once more, while the operator is killed again and again. */
@Suite(failIfNoTests = false)
@IncludeEngines("cucumber")
@SelectDirectories("scenarios")
@IncludeTags("operator-killed-meanwhile")
class ScenariosWhileTheOperatorDies {
    @BeforeSuite
    static void begin() {
        OperatorKiller.begin(new KilledAtRandom(SharedCluster.get().operator()));
    }

    @AfterSuite
    static void end() {
        OperatorKiller.end();
    }
}
