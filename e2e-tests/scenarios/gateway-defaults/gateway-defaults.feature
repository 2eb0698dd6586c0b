# SPDX-License-Identifier: Apache-2.0
@every-gateway @own-namespace
Feature: What counts for every route of a namespace is said once

  Scenario: Who may pass is asked of a service
    Given the route in "asked.yaml", which needs "auth.forward"
    When GET "/echo" is sent
    Then the status is 401
    And it is not answered by "red"
    When GET "/echo" is sent with "Authorization: Bearer ada"
    Then it is answered by "red"
    And the service was sent "X-User: ada"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: Every route needs a token
    Given token "ada" with:
      """
      iss: https://login.example.com
      aud: shop
      sub: ada
      """
    And token "forged" with the claims of "ada", signed by somebody else
    And the route in "tokens.yaml", which needs "auth.jwt"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {forged}"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {ada}"
    Then it is answered by "red"
    And the service was sent "X-Subject: ada"
    When GET "/echo/open" is sent
    Then it is answered by "red"
