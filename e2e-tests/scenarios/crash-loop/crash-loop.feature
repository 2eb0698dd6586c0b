# SPDX-License-Identifier: Apache-2.0
Feature: A crash loop

  @operator-killed-meanwhile
  Scenario: A program that ends again and again is reported with its exit code
    When "web.yaml" is applied
    Then microservice "web" says Ready=False with reason "CrashLoop" and a message containing "exit code 1"
    And the time this took is reported (aim: 10 s)
    When microservice "web" is patched with:
      """
      spec: {env: []}
      """
    Then microservice "web" is Ready
