# SPDX-License-Identifier: Apache-2.0
Feature: A drained node

  @alone
  Scenario: A node is drained, and the service goes on from the other
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And the pods of "web" run in 2 zones
    And a stream of requests to "web:8080" starts
    And the pods of "web" are remembered
    When a node is drained
    Then one remembered pod of "web" is gone
    And deployment "web" has 2 ready pods
    And microservice "web" is Ready
    And no stream saw a failed request

    # Both pods are on one node now, and whoever drains that one takes them one after the other.
    When all pods of "web" are evicted at once
    Then its disruption budget has refused one eviction
    And deployment "web" has 2 ready pods
    And no stream saw a failed request
    When the drained node is used again
    Then microservice "web" is Ready
