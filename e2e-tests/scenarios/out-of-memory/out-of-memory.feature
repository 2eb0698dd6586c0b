# SPDX-License-Identifier: Apache-2.0
Feature: Out of memory

  @operator-killed-meanwhile
  Scenario: A container that is killed for its memory is reported with the limit to raise
    When "web.yaml" is applied
    Then microservice "web" says Ready=False with reason "OutOfMemory" and a message containing "spec.resources.limits.memory"
    And the time this took is reported (aim: 10 s)
    When microservice "web" is patched with:
      """
      spec: {resources: {limits: {memory: 256Mi}}}
      """
    Then microservice "web" is Ready
