# SPDX-License-Identifier: Apache-2.0
Feature: A change of the configuration

  @operator-killed-meanwhile
  Scenario: A changed configuration file replaces the pods, a changed label does not
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And "web:8080/config" answers with "good morning"
    And the pods of "web" are remembered
    And a stream of requests to "web:8080" starts
    When microservice "web" is patched with:
      """
      spec: {config: {files: {greeting.txt: good evening}}}
      """
    Then every remembered pod of "web" is gone
    And deployment "web" has rolled out
    And "web:8080/config" answers with "good evening"
    And no stream saw a failed request

    # The operator has seen the label when it has done what was asked for after it.
    Given the pods of "web" are remembered
    When microservice "web" is labelled "team=blue"
    And microservice "web" is patched with:
      """
      spec: {replicas: 3}
      """
    Then deployment "web" has 3 ready pods
    And no remembered pod of "web" was replaced or restarted
    And no stream saw a failed request
