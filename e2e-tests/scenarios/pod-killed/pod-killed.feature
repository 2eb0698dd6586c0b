# SPDX-License-Identifier: Apache-2.0
Feature: A lost pod

  @operator-killed-meanwhile
  Scenario: A pod that is deleted or killed is replaced, and the service goes on
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And the pods of "web" are remembered
    And a stream of requests to "web:8080" starts
    When a pod of "web" is deleted
    Then one remembered pod of "web" is gone
    And deployment "web" has 2 ready pods
    And no stream saw a failed request
    Given the pods of "web" are remembered
    When a pod of "web" is killed
    Then one remembered pod of "web" is gone
    And deployment "web" has 2 ready pods
    And microservice "web" is Ready
    And every request succeeds again
