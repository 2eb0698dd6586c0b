# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Web pages of other origins

  Scenario: A page of an allowed origin may call, a page of another may not
    Given the route in "cors.yaml", which needs "cors"
    When OPTIONS "/echo" is sent with "Origin: https://shop.example.com" and "Access-Control-Request-Method: PUT"
    Then the gateway itself answers with a success
    And the answer has "Access-Control-Allow-Origin: https://shop.example.com"
    And the answer has "Access-Control-Max-Age: 3600"
    And the header "Access-Control-Allow-Methods" of the answer lists "PUT"
    And the header "Access-Control-Allow-Headers" of the answer lists "X-Tenant"
    When GET "/echo" is sent with "Origin: https://shop.example.com"
    Then it is answered by "red"
    And the answer has "Access-Control-Allow-Origin: https://shop.example.com"
    And the header "Access-Control-Expose-Headers" of the answer lists "Actor-Version"
    When GET "/echo" is sent with "Origin: https://elsewhere.example.com"
    Then the answer has no "Access-Control-Allow-Origin"
