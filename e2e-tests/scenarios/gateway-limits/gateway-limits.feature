# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: How much may be asked, and how much is sent

  Scenario: More requests come than may
    Given the route in "limit.yaml", which needs "rateLimit" and "rules[] that differ in auth, rateLimit, cors, retries or header modifiers"
    When GET "/echo" is sent
    Then it is answered by "red"
    And of 60 such requests some are answered with 429, and later one by "red" again
    When GET "/echo/free" is sent
    Then of 60 such requests all are answered by "red"

  Scenario: Each value of a header has an allowance of its own
    Given the route in "header.yaml", which needs "rateLimit"
    When GET "/echo" is sent with "X-Tenant: gold"
    Then it is answered by "red"
    And of 60 such requests some are answered with 429, and later one by "red" again
    When GET "/echo" is sent with "X-Tenant: {new}"
    Then of 60 such requests all are answered by "red"

  Scenario: Requests are counted in a period of any length
    Given the route in "period.yaml", which needs "rateLimit" and "rateLimit.per other than 1s, 1m, 1h and 24h"
    When GET "/echo" is sent
    Then it is answered by "red"
    And of 60 such requests some are answered with 429, and later one by "red" again

  Scenario: Fewer may come at once than in the period
    Given the route in "burst.yaml", which needs "rateLimit" and "rateLimit.burst below rateLimit.requests"
    When GET "/echo" is sent
    Then it is answered by "red"
    And of 60 such requests some are answered with 429, and later one by "red" again

  # Nothing but the store knows how many have passed, and without it nobody does.
  Scenario: All replicas of the gateway count together
    Given the route in "shared-header.yaml", which needs "rateLimit" and "rateLimit.scope: Shared"
    When GET "/echo" is sent with "X-Tenant: {new}"
    Then it is answered by "red"
    When GET "/echo" is sent with "X-Tenant: gold"
    Then of 20 such requests 5 are answered by "red", all others with 429
    When GET "/echo" is sent with "X-Tenant: silver"
    Then of 20 such requests 5 are answered by "red", all others with 429
    When GET "/echo" is sent
    Then of 20 such requests 5 are answered by "red", all others with 429
    Given the route in "shared.yaml", which needs "rateLimit" and "rateLimit.scope: Shared"
    When GET "/note/warm" is sent
    Then it is answered by "red"
    When GET "/echo" is sent
    Then it is answered by "red"
    When the store forgets what it has counted
    Then of 20 such requests 5 are answered by "red", all others with 429
    When the store forgets what it has counted
    Then of 20 such requests 5 are answered by "red", all others with 429
    When the store is switched off
    And GET "/echo" is sent
    Then the gateway itself answers with 500
    When the store is switched on again
    And GET "/echo" is sent
    Then it is answered by "red"

  Scenario: Only so many requests are with a service at the same time
    Given the route in "at-once.yaml", which needs "maxConcurrentRequests"
    When GET "/held/{new}" is sent
    Then while 2 such requests are being answered, one more is refused, and later one is not
    And the answer begins before the service ends it

  Scenario: Requests may not be larger than that
    Given the route in "body.yaml", which needs "maxBodySize"
    When POST "/echo" is sent with 10240 bytes
    Then it is answered by "red"
    And the service has got 10240 bytes
    When POST "/echo" is sent with 10241 bytes
    Then the gateway itself answers with 413
    When POST "/echo" is sent with 10240 bytes in chunks
    Then it is answered by "red"
    And the service has got 10240 bytes
    When POST "/echo" is sent with 20000 bytes in chunks
    Then the gateway itself answers with 413
    When POST "/echo/any" is sent with 20000 bytes
    Then it is answered by "red"
    And the service has got 20000 bytes

  Scenario: Answers are compressed for who can read that
    Given the route in "compression.yaml", which needs "compression"
    When GET "/large?size=20000" is sent with "Accept-Encoding: gzip"
    Then it is answered by "red"
    And the answer has "Content-Encoding: gzip"
    And the answer has 20000 bytes of text
    When GET "/large?size=20000" is sent
    Then it is answered by "red"
    And the answer has no "Content-Encoding"
    And the answer has 20000 bytes of text
