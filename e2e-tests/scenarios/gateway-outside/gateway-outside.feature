# SPDX-License-Identifier: Apache-2.0
# The cluster's DNS knows each Service by a second name, as if it were a server outside of the cluster.
@every-gateway
Feature: Servers outside of the cluster

  Scenario: A server outside is asked under its own name
    Given the route in "plain.yaml", which needs "rules[].external"
    When GET "/echo/outside" is sent
    Then it is answered by "red"
    And the service was asked for "/echo/outside" under the host "red.{namespace}.outside.example"

  Scenario: A server outside proves who it is
    Given Secret "vault" has a certificate for "vault.{namespace}.outside.example" which ConfigMap "vault-ca" vouches for
    And the route in "encrypted.yaml", which needs "rules[].external"
    When GET "/echo" is sent
    Then it is answered by "vault"
    And the service was asked by TLS for "vault.{namespace}.outside.example"

  # What does not prove who it is gets nothing to read. The same port without TLS tells what came.
  Scenario: A server outside cannot prove who it is
    Given Secret "liar" has a certificate for "liar.{namespace}.outside.example" which ConfigMap "liar-ca" vouches for
    And ConfigMap "truth-ca" vouches for another certificate for "liar.{namespace}.outside.example"
    And the route in "lying.yaml", which needs "rules[].external"
    When GET "/noted/secret" is sent
    Then the service itself answers with 404
    When GET "/note/secret" is sent
    Then the gateway itself answers with an error
    When GET "/note/known/secret" is sent
    Then the gateway itself answers with an error
    When GET "/noted/secret" is sent
    Then the service itself answers with 404
    When GET "/noted/known/secret" is sent
    Then the service itself answers with 404
