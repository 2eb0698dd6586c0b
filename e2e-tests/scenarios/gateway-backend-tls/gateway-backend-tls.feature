# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Services that are asked by TLS

  Scenario: A service proves who it is
    Given Secret "sealed" has a certificate for "sealed.internal" which ConfigMap "sealed-ca" vouches for
    And the route in "sealed.yaml", which needs "rules[].backendTLS"
    When GET "/echo" is sent
    Then it is answered by "sealed"
    And the service was asked by TLS for "sealed.internal"

  # What does not prove who it is gets nothing to read. The same port without TLS tells what came.
  Scenario: A service cannot prove who it is
    Given Secret "masked" has a certificate for "masked.internal" which ConfigMap "masked-ca" vouches for
    And ConfigMap "other-ca" vouches for another certificate for "masked.internal"
    And the route in "masked.yaml", which needs "rules[].backendTLS"
    When GET "/noted/secret" is sent
    Then the service itself answers with 404
    When GET "/note/secret" is sent
    Then the gateway itself answers with an error
    When GET "/noted/secret" is sent
    Then the service itself answers with 404
    Given the route in "unmasked.yaml", which needs "rules[].backendTLS"
    When GET "/note/secret" is sent
    Then it is answered by "masked"
    And the service was asked by TLS for "masked.internal"
