# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Who may pass, and how often

  Scenario: A password is asked for
    Given the route in "basic.yaml", which needs "auth.basic"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Basic YWRhOndyb25n"
    Then the gateway itself answers with 401
    # ada:lagoon
    When GET "/echo" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then it is answered by "red"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: A service decides
    Given the route in "forward.yaml", which needs "auth.forward"
    When GET "/echo" is sent with "X-User: mallory"
    Then the status is 401
    And it is not answered by "red"
    When GET "/echo" is sent with "Authorization: Bearer ada"
    Then it is answered by "red"
    And the service was sent "X-User: ada"
    When GET "/echo" is sent with "Authorization: Bearer ada" and "X-User: mallory"
    Then it is answered by "red"
    And the service was sent no "X-User: mallory"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: More requests come than may
    Given the route in "limit.yaml", which needs "rateLimit"
    When GET "/echo" is sent
    Then it is answered by "red"
    And of 60 such requests some are answered with 429, and later one by "red" again
