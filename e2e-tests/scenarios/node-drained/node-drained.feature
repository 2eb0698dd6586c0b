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

    # Both pods are on one node now. As long as no other can come, nobody takes the last one.
    When no node takes pods any more
    And all pods of "web" are evicted at once
    Then its disruption budget has refused one eviction
    And deployment "web" has 1 ready pod
    And no stream saw a failed request
    When every node is used again
    Then deployment "web" has 2 ready pods
    And microservice "web" is Ready
    And no stream saw a failed request
