# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: A service that fails is left alone for a while

  # The actor says in every answer who it is, and fails the first requests only. So an answer of the gateway is one for
  # which the service was not asked, and a good one comes only when it is asked again.

  Scenario: Too many of its answers are failures
    Given the route in "share.yaml", which needs "circuitBreaker.errorPercent"
    When GET "/flaky/share?fail=2" is sent
    Then the service itself answers with 503
    When GET "/flaky/share?fail=2" is sent
    Then the gateway itself answers with 503
    When GET "/flaky/share?fail=2" is sent
    Then it is answered by "red"

  Scenario: It fails several times in a row
    Given the route in "row.yaml", which needs "circuitBreaker.consecutiveErrors"
    When GET "/flaky/row?fail=4" is sent
    Then the service itself answers with 503
    When GET "/flaky/row?fail=4" is sent
    Then the gateway itself answers with 503
    When GET "/flaky/row?fail=4" is sent
    Then it is answered by "red"
