# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Copies of requests for another service

  Scenario: A second service hears what the first is asked
    Given the route in "mirror.yaml", which needs "rules[].mirror"
    When GET "/note/heard" is sent with "X-Tenant: gold"
    Then it is answered by "red"
    When GET "/noted/heard" is sent
    Then it is answered by "blue"
    And the service was asked for "/note/heard"
    And the service was sent "X-Tenant: gold"

  Scenario: Who may not pass is not heard either
    Given the route in "guarded.yaml", which needs "rules[].mirror" and "auth.forward"
    When GET "/note/refused" is sent
    Then the status is 401
    And it is not answered by "red"
    When GET "/note/let-in" is sent with "Authorization: Bearer ada" and "X-User: mallory"
    Then it is answered by "red"
    When GET "/noted/let-in" is sent
    Then it is answered by "blue"
    And the service was sent no "X-User: mallory"
    When GET "/noted/refused" is sent
    Then the service itself answers with 404

  Scenario: Some requests are copied
    Given the route in "share.yaml", which needs "rules[].mirror" and "rules[].mirror.percent"
    When GET "/note/share" is sent
    Then it is answered by "red"
    And of 800 such requests about 20 % arrive also where "/noted/share" tells of them
