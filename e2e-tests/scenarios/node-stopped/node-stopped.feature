# SPDX-License-Identifier: Apache-2.0
Feature: A node that stops

  @alone
  Scenario: A node stops without a word, the service goes on from the other, and is whole again with the node
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And the pods of "web" run in 2 zones
    And a stream of requests to "web:8080" starts
    # As many requests fail as go to the lost pod until Kubernetes notices; retries are for the callers.
    When a node stops
    Then deployment "web" has 1 ready pod
    And the time this took is reported (aim: 60 s)
    And every request succeeds again
    # It works, and says with how many.
    And microservice "web" says Ready=True with reason "Ready" and a message containing "1 of 2 pods are ready"
    When the stopped node starts
    Then deployment "web" has 2 ready pods
    And the pods of "web" run in 2 zones
    And microservice "web" is Ready
    And every request succeeds again
