# SPDX-License-Identifier: Apache-2.0
Feature: First deploy

  @operator-killed-meanwhile
  Scenario: A service is deployed for the first time
    Given the manifests in "web.yaml"
    Then microservice "web" is Ready
    And deployment "web" has 2 ready pods
    And "web:8080" answers with "web-"
    And gatewayroute "web" is Ready
    And the gateway answers "first-deploy.example.com/" with "web-"
