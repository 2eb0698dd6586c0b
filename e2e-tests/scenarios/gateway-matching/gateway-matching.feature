# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: What else than the path decides

  Scenario: The method
    Given the route in "methods.yaml", which needs "rules[].methods"
    When GET "/echo" is sent
    Then it is answered by "red"
    When POST "/echo" is sent
    Then it is answered by "blue"
    When PUT "/echo/item" is sent
    Then it is answered by "blue"
    When DELETE "/echo" is sent
    Then it is answered by "red"
    When PATCH "/echo" is sent
    Then the gateway itself answers with 404

  Scenario: A header
    Given the route in "headers.yaml", which needs "rules[].headers"
    When GET "/echo" is sent
    Then it is answered by "red"
    When GET "/echo" is sent with "x-tenant: gold"
    Then it is answered by "blue"
    When GET "/echo" is sent with "X-Tenant: golden"
    Then it is answered by "red"
    When GET "/echo" is sent with "X-Version: v1"
    Then it is answered by "blue"
    When GET "/echo" is sent with "X-Version: v12"
    Then it is answered by "red"

  Scenario: A query parameter
    Given the route in "query.yaml", which needs "rules[].queryParams"
    When GET "/echo" is sent
    Then it is answered by "red"
    When GET "/echo?lang=de&version=next" is sent
    Then it is answered by "blue"
    When GET "/echo?version=next2" is sent
    Then it is answered by "red"
    When GET "/echo?page=1" is sent
    Then it is answered by "blue"
    When GET "/echo?page=12" is sent
    Then it is answered by "red"
