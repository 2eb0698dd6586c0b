# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: A service is asked for something else than the gateway

  Scenario: Another host
    Given the route in "host.yaml", which needs "rules[].rewrite.hostname"
    When GET "/echo/a" is sent
    Then it is answered by "red"
    And the service was asked for "/echo/a" under the host "inside.example.com"

  Scenario: Another path
    Given the route in "path.yaml", which needs "rules[].rewrite.path"
    When GET "/shop/v1/cart/items?page=2" is sent
    Then it is answered by "red"
    And the service was asked for "/echo/cart/items"
    And the service was asked with the query "page=2"
    When GET "/shop/v1" is sent
    Then it is answered by "red"
    And the service was asked for "/echo"
    When GET "/fixed/whatever?page=2" is sent
    Then it is answered by "blue"
    And the service was asked for "/echo/whole"
    And the service was asked with the query "page=2"
    When GET "/down/echo/below" is sent
    Then it is answered by "blue"
    And the service was asked for "/echo/below"
    When GET "/shop/v10" is sent
    Then the gateway itself answers with 404
