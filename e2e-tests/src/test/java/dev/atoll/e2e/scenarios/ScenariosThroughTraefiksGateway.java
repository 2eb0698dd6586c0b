// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The scenarios with the tag {@code @every-gateway}, at Traefik, told by the Gateway API. */
@Suite(failIfNoTests = false)
@IncludeEngines("cucumber")
@SelectDirectories("scenarios")
@IncludeTags("every-gateway")
@ExcludeTags("except-traefik-gateway")
@ConfigurationParameter(key = GatewayRun.PARALLELISM_KEY, value = GatewayRun.PARALLELISM)
@ConfigurationParameter(key = GatewayRun.POOL_KEY, value = GatewayRun.PARALLELISM)
class ScenariosThroughTraefiksGateway {
    @BeforeSuite
    static void begin() {
        GatewayRun.begin(GatewayUnderTest.TRAEFIK_GATEWAY);
    }

    @AfterSuite
    static void end() {
        GatewayRun.end();
    }
}
