# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Paths

  Scenario: The longest path wins, whatever the order
    Given the route in "paths.yaml"
    When GET "/echo" is sent
    Then it is answered by "red"
    When GET "/echo/other?a=b" is sent
    Then it is answered by "red"
    And the service was asked for "/echo/other"
    When GET "/echo/cart" is sent
    Then it is answered by "blue"
    When GET "/echo/cart/items" is sent
    Then it is answered by "blue"
    When GET "/echo/cart/help" is sent
    Then it is answered by "red"
    When GET "/echo/cart/help/more" is sent
    Then it is answered by "blue"
    When GET "/other" is sent
    Then the gateway itself answers with 404

  Scenario: A path is compared with a regular expression
    Given the route in "pattern.yaml", which needs "rules[].pathType: RegularExpression"
    When GET "/echo/42" is sent
    Then it is answered by "blue"
    When GET "/echo/forty-two" is sent
    Then it is answered by "red"
    When GET "/echo/42/more" is sent
    Then it is answered by "red"
    When GET "/echo/x/echo/42" is sent
    Then it is answered by "red"
