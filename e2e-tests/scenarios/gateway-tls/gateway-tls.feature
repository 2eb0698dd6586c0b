# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Encryption

  Scenario: Plain requests are sent to the same URL with TLS
    Given Secret "certificate" with a certificate
    And the route in "tls.yaml", which needs "tls.secretName" and "tls.redirect: true"
    When GET "/echo/tls" is sent
    Then the client is sent to the same URL with TLS
    When GET "/echo/tls" is sent over TLS
    Then it is answered by "red"

  Scenario: Plain requests are answered as well
    Given Secret "certificate" with a certificate
    And the route in "plain.yaml", which needs "tls.secretName" and "tls.redirect: false"
    When GET "/echo/tls" is sent
    Then it is answered by "red"
    When GET "/echo/tls" is sent over TLS
    Then it is answered by "red"
