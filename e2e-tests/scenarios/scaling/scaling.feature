# SPDX-License-Identifier: Apache-2.0
Feature: Scaling by load

  @operator-killed-meanwhile
  Scenario: A busy service grows and an idle one shrinks, and nobody but the autoscaler changes the number
    Given the manifests in "web.yaml"
    And the manifests in "policy.yaml"
    Then microservice "web" is Ready
    And scalingpolicy "web" is Ready
    Given the changes of the number of replicas of "web" are recorded
    When a stream of requests to "web:8080/burn?for=20ms" starts
    Then deployment "web" has 3 ready pods
    And the time this took is reported (aim: 120 s)

    # The operator has something to do, and leaves the number alone.
    When microservice "web" is patched with:
      """
      spec: {env: [{name: COLOUR, value: blue}]}
      """
    Then deployment "web" has rolled out
    And microservice "web" is Ready
    And only the autoscaler has changed the number of replicas of "web"

    # Without the policy the number stays what it is, until somebody says another.
    Given deployment "web" has 3 ready pods
    And the pods of "web" are remembered
    When scalingpolicy "web" is deleted
    Then horizontalpodautoscaler "web" is gone
    And microservice "web" says Ready=True with reason "Ready" and a message containing "left 3 pods and they stay"
    And deployment "web" has 3 ready pods
    And no remembered pod of "web" was replaced or restarted
    And no stream saw a failed request

    When "policy.yaml" is applied
    Then scalingpolicy "web" is Ready
    When the streams end
    Then deployment "web" has 1 ready pod
    And the time this took is reported (aim: 120 s)
    And microservice "web" is Ready
    And only the autoscaler has changed the number of replicas of "web"
