# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Who is kept out by address

  Scenario: Some addresses may not call
    Given the route in "denied.yaml", which needs "clientIPs.deny" and "clientIPs.allow"
    When GET "/echo/open" is sent
    Then it is answered by "red"
    When GET "/echo" is sent
    Then the gateway itself answers with 403
    # A client cannot say that it calls from elsewhere.
    When GET "/echo" is sent with "X-Forwarded-For: 192.0.2.7"
    Then the gateway itself answers with 403
    When GET "/echo/others" is sent
    Then it is answered by "red"
    When GET "/echo/others" is sent with "X-Forwarded-For: 192.0.2.7"
    Then it is answered by "red"
    When GET "/echo/most" is sent
    Then it is answered by "red"
    When GET "/echo/nobody" is sent
    Then the gateway itself answers with 403
