# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Who may pass

  Scenario: A password is asked for
    Given the route in "basic.yaml", which needs "auth.basic"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Basic YWRhOndyb25n"
    Then the gateway itself answers with 401
    # ada:lagoon
    When GET "/echo" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then it is answered by "red"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: It is said what the password is for
    Given the route in "realm.yaml", which needs "auth.basic" and "auth.basic.realm"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    And the answer has 'WWW-Authenticate: Basic realm="The lagoon"'
    When GET "/echo" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then it is answered by "red"

  Scenario: Below a path, other passwords are asked for
    Given the route in "below.yaml", which needs "auth.basic" and "auth.basic of a path below one that asks otherwise"
    When GET "/echo" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then it is answered by "red"
    When GET "/echo/keep" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then the gateway itself answers with 401
    # bob:reef
    When GET "/echo/keep" is sent with "Authorization: Basic Ym9iOnJlZWY="
    Then it is answered by "red"
    When GET "/echo" is sent with "Authorization: Basic Ym9iOnJlZWY="
    Then the gateway itself answers with 401
    When secret "keepers" is deleted
    And GET "/echo/keep" is sent with "Authorization: Basic Ym9iOnJlZWY="
    Then the gateway itself answers with 500
    When GET "/echo/keep" is sent with "Authorization: Basic YWRhOmxhZ29vbg=="
    Then the gateway itself answers with 500

  Scenario: A key is asked for
    Given the route in "keys.yaml", which needs "auth.apiKey"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "X-Lagoon-Key: wrong"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "X-Lagoon-Key: ada"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "X-API-Key: tide-and-time"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "X-Lagoon-Key: tide-and-time"
    Then it is answered by "red"
    When GET "/echo" is sent with "X-Lagoon-Key: high-and-low"
    Then it is answered by "red"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: A service decides
    Given the route in "forward.yaml", which needs "auth.forward"
    When GET "/echo" is sent with "X-User: mallory"
    Then the status is 401
    And it is not answered by "red"
    When GET "/echo" is sent with "Authorization: Bearer ada"
    Then it is answered by "red"
    And the service was sent "X-User: ada"
    When GET "/echo" is sent with "Authorization: Bearer ada" and "X-User: mallory"
    Then it is answered by "red"
    And the service was sent no "X-User: mallory"
    When GET "/echo/open" is sent
    Then it is answered by "red"

  Scenario: A service decides, and the query says who answers
    Given the route in "query.yaml", which needs "auth.forward", "auth.forward.responseHeaders beside rules[].queryParams" and "rules[].queryParams"
    When GET "/echo?version=next" is sent with "X-User: mallory"
    Then the status is 401
    And it is not answered by "blue"
    When GET "/echo?version=next" is sent with "Authorization: Bearer ada" and "X-User: mallory"
    Then it is answered by "blue"
    And the service was sent "X-User: ada"
    And the service was sent no "X-User: mallory"
    When GET "/echo" is sent with "Authorization: Bearer ada" and "X-User: mallory"
    Then it is answered by "red"
    And the service was sent no "X-User: mallory"

  Scenario: Each path is treated in its own way
    Given the route in "mixed.yaml", which needs "rules[] that differ in auth, rateLimit, cors, retries or header modifiers", "auth.forward" and "responseHeaderModifier"
    When GET "/echo" is sent
    Then the status is 401
    And it is not answered by "red"
    When GET "/echo" is sent with "Authorization: Bearer ada"
    Then it is answered by "red"
    And the answer has "X-Zone: inner"
    When GET "/echo/open" is sent with "X-User: mallory"
    Then it is answered by "red"
    And the answer has "X-Zone: outer"
    And the service was sent no "X-User"
    When GET "/echo/openly" is sent
    Then the status is 401
    And it is not answered by "red"
    When GET "/echo/open/shut" is sent
    Then the status is 401
    And it is not answered by "blue"
    When GET "/echo/open/shut/down" is sent with "Authorization: Bearer ada"
    Then it is answered by "blue"
    And the answer has "X-Zone: inner"
    When GET "/echo/exact" is sent
    Then it is answered by "blue"
    When GET "/echo/exact/more" is sent
    Then the status is 401
    And it is not answered by "red"

  Scenario: Only some addresses may call
    Given the route in "addresses.yaml", which needs "clientIPs.allow"
    When GET "/echo/all" is sent
    Then it is answered by "red"
    When GET "/echo/open" is sent
    Then it is answered by "red"
    When GET "/echo" is sent
    Then the gateway itself answers with 403
    When GET "/echo" is sent with "X-Forwarded-For: 192.0.2.7" and "X-Real-Ip: 192.0.2.7"
    Then the gateway itself answers with 403
