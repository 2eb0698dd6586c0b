// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/**
 * All of {@code e2e-tests/scenarios} but those that are run once for each gateway; {@code junit-platform.properties} says how
 * many at the same time.
 */
@Suite(failIfNoTests = false)
@IncludeEngines("cucumber")
@SelectDirectories("scenarios")
@ExcludeTags("every-gateway")
class Scenarios {}
