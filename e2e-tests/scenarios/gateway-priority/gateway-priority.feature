# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Of all rules that match, the most specific counts, whatever their order

  Scenario: Exact before prefix, the longer path before the shorter
    Given the route in "paths.yaml"
    When GET "/" is sent
    Then it is answered by "blue"
    When GET "/echo" is sent
    Then it is answered by "red"
    When GET "/echo/" is sent
    Then it is answered by "red"
    When GET "/echo/other" is sent
    Then it is answered by "red"
    When GET "/echo/a" is sent
    Then it is answered by "red"
    When GET "/echo/a/other" is sent
    Then it is answered by "blue"
    When GET "/echo/ab" is sent
    Then it is answered by "red"
    When GET "/echo/a/b" is sent
    Then it is answered by "red"
    When GET "/echo/a/b/other" is sent
    Then it is answered by "red"
    When GET "/echo/a/b/c" is sent
    Then it is answered by "blue"
    When GET "/echo/a/b/c/d" is sent
    Then it is answered by "red"
    When GET "/echo/a/b/cd" is sent
    Then it is answered by "red"
    When GET "/echo/d/other" is sent
    Then it is answered by "blue"
    When GET "/echo/e" is sent
    Then it is answered by "blue"
    When GET "/echo/e/other" is sent
    Then it is answered by "red"

  Scenario: A path before a method, a method or a header before none of them, more headers before fewer
    Given the route in "matches.yaml", which needs "rules[].methods", "rules[].headers" and "rules[].queryParams"
    When GET "/echo" is sent
    Then it is answered by "red"
    When POST "/echo" is sent
    Then it is answered by "blue"
    When GET "/echo" is sent with "X-Tenant: gold"
    Then it is answered by "blue"
    When GET "/echo" is sent with "X-Tenant: gold" and "X-Ring: inner"
    Then it is answered by "red"
    When GET "/echo?version=next" is sent
    Then it is answered by "blue"
    When GET "/echo?version=next" is sent with "X-Tenant: gold" and "X-Ring: inner"
    Then it is answered by "red"
    When GET "/echo/deep" is sent with "X-Tenant: gold"
    Then it is answered by "red"
    When POST "/echo/deep" is sent
    Then it is answered by "red"
    When PUT "/echo/deep" is sent
    Then it is answered by "blue"
    When GET "/echo/deep?version=next" is sent
    Then it is answered by "red"
    When GET "/echo/deep/blue" is sent
    Then it is answered by "blue"
    When GET "/echo/deep/blue/sea" is sent
    Then it is answered by "red"

  Scenario: A host before a wildcard that has it too
    Given the route in "hosts.yaml"
    When GET "/echo/a" is sent to "one.harbour.example.com"
    Then it is answered by "red"
    When GET "/echo/a" is sent to "two.harbour.example.com"
    Then it is answered by "blue"
    When GET "/echo/a" is sent to "harbour.example.com"
    Then it is answered by "blue"
    When GET "/echo/a" is sent to "another-harbour.example.com"
    Then the gateway itself answers with 404

  @except-traefik-gateway
  Scenario: A host before a wildcard whose path is longer
    Given the route in "wildcard.yaml"
    When GET "/echo/a/long/path" is sent to "one.island.example.com"
    Then it is answered by "red"
    When GET "/echo/a" is sent to "one.island.example.com"
    Then it is answered by "red"
    When GET "/echo/a/long/path/more" is sent to "two.island.example.com"
    Then it is answered by "blue"
    When GET "/echo/a/other" is sent to "two.island.example.com"
    Then it is answered by "red"
    When GET "/echo/a" is sent to "two.island.example.com"
    Then it is answered by "blue"
    When GET "/echo/ab" is sent to "two.island.example.com"
    Then it is answered by "blue"
