# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: Edits under load

  Scenario: No request fails while routes of its host are edited
    Given the route in "busy.yaml", which needs "responseHeaderModifier"
    When a stream of requests for "/echo" starts
    And 20 times GatewayRoute "moving" moves to another path and GatewayRoute "busy" sends another header
    Then no stream saw a failed request
    When the streams end
