# SPDX-License-Identifier: Apache-2.0
Feature: An upgrade of the operator

  @alone
  Scenario: A later version that labels objects differently restarts no pod
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "application.yaml"
    And microservice "web" is Ready
    And servicedatabase "web-db" is Ready
    And the pods of "web" are remembered
    And the pods of "web-db" are remembered
    And a stream of requests to "web:8080" starts
    When the operator is upgraded to a build that labels every object with "app.kubernetes.io/version=next"
    Then deployment "web" has label "app.kubernetes.io/version=next"
    And statefulset "web-db" has label "app.kubernetes.io/version=next"
    And deployment "web" has rolled out
    And statefulset "web-db" has rolled out
    And no remembered pod of "web" was replaced or restarted
    And no remembered pod of "web-db" was replaced or restarted
    When the operator is downgraded again
    And microservice "web" is patched with:
      """
      spec: {replicas: 3}
      """
    Then deployment "web" has 3 ready pods
    And microservice "web" is Ready
    And servicedatabase "web-db" is Ready
    And no remembered pod of "web" was replaced or restarted
    And no remembered pod of "web-db" was replaced or restarted
    And no stream saw a failed request
