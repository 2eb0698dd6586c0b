# SPDX-License-Identifier: Apache-2.0
Feature: A failing probe

  @operator-killed-meanwhile
  Scenario: A pod that never becomes ready is reported as such
    When "web.yaml" is applied
    Then microservice "web" says Ready=False with reason "ProbeFailing" and a message containing "readiness"
    And the time this took is reported (aim: 10 s)
    When microservice "web" is patched with:
      """
      spec: {env: []}
      """
    Then microservice "web" is Ready
