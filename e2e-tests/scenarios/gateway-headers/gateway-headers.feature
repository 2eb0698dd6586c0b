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

  Scenario: By which browsers protect pages
    Given the route in "security.yaml", which needs "securityHeaders"
    When GET "/echo" is sent
    Then it is answered by "red"
    And the answer has "X-Content-Type-Options: nosniff"
    And the answer has "X-Frame-Options: SAMEORIGIN"
    And the answer has "Referrer-Policy: strict-origin-when-cross-origin"
    And the answer has "Content-Security-Policy: default-src 'self'; img-src https://pictures.example.com"
    And the answer has "Permissions-Policy: camera=(), geolocation=(self)"
    And the answer has "Cross-Origin-Opener-Policy: same-origin"
    And the answer has no "Strict-Transport-Security"
    When GET "/echo/usual" is sent
    Then it is answered by "red"
    And the answer has "X-Content-Type-Options: nosniff"
    And the answer has "X-Frame-Options: DENY"
    And the answer has no "Content-Security-Policy"
