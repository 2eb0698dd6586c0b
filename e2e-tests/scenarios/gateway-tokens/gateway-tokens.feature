# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Signed tokens

  Background:
    Given token "ada" with:
      """
      iss: https://login.example.com
      aud: shop
      sub: ada
      """
    And token "forged" with the claims of "ada", signed by somebody else
    And token "unsigned" with the claims of "ada", signed by nobody

  Scenario: Who has a token passes, and the service is told whose it is
    Given the route in "inline.yaml", which needs "auth.jwt" and "rules[] that differ in auth, rateLimit, cors, retries or header modifiers"
    And token "of-another-issuer" with:
      """
      iss: https://elsewhere.example.com
      aud: shop
      sub: ada
      """
    And token "for-another-audience" with:
      """
      iss: https://login.example.com
      aud: [bank, mail]
      sub: ada
      """
    And token "expired" with:
      """
      iss: https://login.example.com
      aud: shop
      sub: ada
      exp: 1000000000
      """
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {ada}"
    Then it is answered by "red"
    And the service was sent "X-Subject: ada"
    When GET "/echo" is sent with "Authorization: Bearer {ada}" and "X-Subject: mallory"
    Then it is answered by "red"
    And the service was sent "X-Subject: ada"
    And the service was sent no "X-Subject: mallory"
    When GET "/echo" is sent with "Authorization: Bearer {of-another-issuer}"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {for-another-audience}"
    Then the gateway itself answers with 401 or 403
    When GET "/echo" is sent with "Authorization: Bearer {expired}"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {forged}"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {unsigned}"
    Then the gateway itself answers with 401
    When GET "/echo?access_token={ada}" is sent
    Then the gateway itself answers with 401
    When GET "/echo/open" is sent with "X-Subject: mallory"
    Then it is answered by "red"
    And the service was sent no "X-Subject"

  Scenario: A service has the keys
    Given the route in "service.yaml", which needs "auth.jwt"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {ada}"
    Then it is answered by "red"
    And the service was sent "X-Subject: ada"
    When GET "/echo" is sent with "Authorization: Bearer {forged}"
    Then the gateway itself answers with 401
