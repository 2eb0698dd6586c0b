# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: A client stays with one pod

  Scenario: A cookie leads to the same pod again
    Given the route in "affinity.yaml", which needs "rules[].sessionAffinity"
    When GET "/echo" is sent
    Then 3 pods of "trio" answer such requests
    And 30 such requests with the cookie "seat" of the first are answered by one pod of "trio"
    When GET "/echo/lasting" is sent
    Then it is answered by "trio"
    And the answer gives a cookie "lasting" with "Max-Age=3600" and "Path=/"
