# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Clients are sent elsewhere

  Scenario: To another host
    Given the route in "elsewhere.yaml", which needs "rules[].redirect"
    When GET "/echo" is sent
    Then it is answered by "red"
    When GET "/moved/here?page=2" is sent
    Then the client is sent to "http://new.example.com/moved/here?page=2" with 301
    When GET "/away" is sent
    Then the client is sent to "http://new.example.com/away" with 302

  Scenario: Where there is nothing else
    Given the route in "alone.yaml", which needs "rules[].redirect" and "rules[].redirect where no rule has a service"
    When GET "/echo" is sent
    Then the client is sent to "http://new.example.com/echo" with 301

  Scenario: To another scheme, port or path
    Given the route in "url.yaml", which needs "rules[].redirect", "rules[].redirect.scheme", "rules[].redirect.port" and "rules[].redirect.path"
    When GET "/safe/harbour?page=2" is sent
    Then the client is sent to "https://{host}/safe/harbour?page=2" with 302
    When GET "/safe-elsewhere" is sent
    Then the client is sent to "https://new.example.com:8443/safe-elsewhere" with 302
    When GET "/port/of/call" is sent
    Then the client is sent to "http://{host}:8080/port/of/call" with 302
    When GET "/v1/cart?page=2" is sent
    Then the client is sent to "http://{host}/v2/shop/cart?page=2" with 301
    When GET "/v1" is sent
    Then the client is sent to "http://{host}/v2/shop" with 301
    When GET "/gone/forever?page=2" is sent
    Then the client is sent to "http://{host}/echo?page=2" with 302
    When GET "/echo" is sent
    Then it is answered by "red"

  Scenario: With the status 303
    Given the route in "status-303.yaml", which needs "rules[].redirect" and "rules[].redirect.statusCode: 303"
    When POST "/moved" is sent
    Then the client is sent to "http://new.example.com/moved" with 303

  Scenario: With the status 307
    Given the route in "status-307.yaml", which needs "rules[].redirect" and "rules[].redirect.statusCode: 307"
    When POST "/moved" is sent
    Then the client is sent to "http://new.example.com/moved" with 307

  Scenario: With the status 308
    Given the route in "status-308.yaml", which needs "rules[].redirect" and "rules[].redirect.statusCode: 308"
    When POST "/moved" is sent
    Then the client is sent to "http://new.example.com/moved" with 308
