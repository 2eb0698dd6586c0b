# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Headers are changed

  Scenario: Of requests
    Given the route in "request.yaml", which needs "requestHeaderModifier"
    When GET "/echo" is sent with "X-Secret: 1" and "X-From: client"
    Then it is answered by "red"
    And the service was sent "X-From: gateway"
    And the service was sent no "X-From: client"
    And the service was sent no "X-Secret"
    When GET "/echo/plain" is sent with "X-Secret: 1" and "X-From: client"
    Then the service was sent "X-Secret: 1"
    And the service was sent "X-From: client"
    And the answer has "Actor-Secret"

  Scenario: Of responses
    Given the route in "response.yaml", which needs "responseHeaderModifier"
    When GET "/echo" is sent
    Then it is answered by "red"
    And the answer has "Cache-Control: no-store"
    And the answer has no "Actor-Secret"

  Scenario: By one more value
    Given the route in "add.yaml", which needs "requestHeaderModifier.add, responseHeaderModifier.add"
    When GET "/echo" is sent with "X-Tag: one"
    Then it is answered by "red"
    And the service was sent "X-Tag" with "one" and "two"
