# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Encryption

  Scenario: Plain requests are sent to the same URL with TLS
    Given Secret "tls-certificate" with a certificate for "tls.example.com"
    And the route in "tls.yaml", which needs "tls.secretName" and "tls.redirect: true"
    When GET "/echo/tls" is sent
    Then the client is sent to the same URL with TLS
    When GET "/echo/tls" is sent over TLS
    Then it is answered by "red"
    And the certificate is that of Secret "tls-certificate"

  Scenario: Plain requests are answered as well
    Given Secret "plain-certificate" with a certificate for "plain.example.com"
    And the route in "plain.yaml", which needs "tls.secretName" and "tls.redirect: false"
    When GET "/echo/tls" is sent
    Then it is answered by "red"
    When GET "/echo/tls" is sent over TLS
    Then it is answered by "red"
    And the certificate is that of Secret "plain-certificate"

  Scenario: Browsers are told to come back with TLS only
    Given Secret "strict-certificate" with a certificate for "strict.example.com"
    And the route in "strict.yaml", which needs "tls.secretName" and "securityHeaders"
    When GET "/echo/tls" is sent over TLS
    Then it is answered by "red"
    And the answer has "Strict-Transport-Security: max-age=86400; includeSubDomains"
