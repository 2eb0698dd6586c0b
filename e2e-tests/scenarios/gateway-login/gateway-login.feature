# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: A login for browsers

  Scenario: Who has logged in passes
    Given the route in "login.yaml", which needs "auth.oidc"
    When GET "/echo" is sent
    Then the status is 302
    And it is not answered by "red"
    And the answer begins its "Location" with "https://sso.example.com/provider/authorize?"
    When GET "/oauth2/callback?code=guess&state=guess" is sent
    Then the gateway itself answers with 401
    When a browser that opens "/echo" logs in and comes back, as "session"
    And GET "/echo" is sent with "Cookie: {session}"
    Then it is answered by "red"
    When GET "/echo" is sent with "Cookie: {session-forged}"
    Then the status is 302
    And it is not answered by "red"
    When GET "/oauth2/logout" is sent with "Cookie: {session}"
    Then the status is 302
    And it is not answered by "red"
    When GET "/echo/open" is sent
    Then it is answered by "red"
