# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Services that share, are slow or fail

  Scenario: Requests are shared by weight
    Given the route in "weights.yaml", which needs "rules[].backends"
    When GET "/echo" is sent
    Then of 400 such requests about 75 % are answered by "red", all others by "blue"
    When GET "/echo/none" is sent
    Then of 100 such requests about 100 % are answered by "blue", all others by "red"

  Scenario: An answer that takes too long
    Given the route in "timeout.yaml", which needs "timeout"
    When GET "/slow?for=1ms" is sent
    Then it is answered by "red"
    When GET "/slow?for=50s" is sent
    Then the gateway itself answers with 504

  Scenario: Failed requests are repeated
    Given the route in "retries.yaml", which needs "retries"
    When GET "/flaky/{new}?fail=3" is sent
    Then it is answered by "red"
    When GET "/flaky/{new}?fail=4" is sent
    Then the status is 503

  Scenario: A try that takes too long is repeated
    Given the route in "each-try.yaml", which needs "retries", "retries.perTryTimeout" and "timeout"
    When GET "/stuck/{new}?first=2" is sent
    Then it is answered by "red"
    When GET "/stuck/{new}?first=3" is sent
    Then the gateway itself answers with 504

  Scenario: A pod refuses connections
    Given the route in "dead.yaml", which needs "retries"
    When GET "/echo" is sent
    Then 2 pods of "pair" answer such requests
    When a pod of "pair" goes deaf
    Then 50 such requests, one after the other, are all answered by "pair"
