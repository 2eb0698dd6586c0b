# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: What is more than a request and an answer

  Scenario: WebSockets
    Given the route in "protocols.yaml"
    Then a WebSocket at "/ws" is answered by "red"

  Scenario: Every host
    Given the route in "protocols.yaml"
    When GET "/echo" is sent to "protocols.example.com"
    Then it is answered by "red"
    When GET "/echo" is sent to "also-protocols.example.com"
    Then it is answered by "red"

  Scenario: HTTP/2
    Given the route in "encrypted.yaml"
    Then a request for "/echo" by HTTP/2 and TLS is answered by "red"

  Scenario: Large requests and answers
    Given the route in "protocols.yaml"
    When GET "/large?size=5000000" is sent
    Then it is answered by "red"
    And the answer has 5000000 bytes of text
    When POST "/echo" is sent with 5000000 bytes
    Then it is answered by "red"
    And the service has got 5000000 bytes
    When POST "/echo" is sent with 5000000 bytes in chunks
    Then it is answered by "red"
    And the service has got 5000000 bytes

  Scenario: Answers that come bit by bit
    Given the route in "protocols.yaml"
    When GET "/held/{new}" is sent
    Then the answer begins before the service ends it
