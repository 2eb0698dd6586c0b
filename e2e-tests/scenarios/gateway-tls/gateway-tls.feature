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

  Scenario: Old versions of TLS get no connection
    Given Secret "version-certificate" with a certificate for "version.example.com"
    And the route in "version.yaml", which needs "tls.secretName" and "tls.minVersion"
    Then GET "/echo/tls" is answered by "red" over TLSv1.3
    But GET "/echo/tls" gets no connection over TLSv1.2

  Scenario: Only clients with a certificate get a connection, whatever others ask for under the same host
    Given Secret "terms-certificate" with a certificate for "terms.example.com"
    And Secret "terms-ca" vouches for the client "alice"
    And the route in "terms.yaml", which needs "tls.secretName", "tls.clientCertificates" and "requestHeaderModifier"
    Then GET "/echo/tls" is answered by "red" over TLS for the client "alice"
    And GET "/echo/headers" is answered by "red" over TLS for the client "alice"
    But GET "/echo/tls" gets no connection for the client "mallory"
    And GET "/echo/tls" gets no connection for a client without a certificate
    And GET "/echo/headers" gets no connection for a client without a certificate
    When somebody else makes an Ingress for the same host and "red" without any terms
    Then GET "/echo/tls" gets no connection any more for the client "alice", and never does for a client without a certificate
    When the other Ingress is gone again
    Then GET "/echo/tls" is answered by "red" over TLS for the client "alice"
    When Secret "terms-ca" is taken away
    Then GET "/echo/tls" gets no connection any more for the client "alice", and never does for a client without a certificate
