# SPDX-License-Identifier: Apache-2.0
Feature: A new image

  @operator-killed-meanwhile
  Scenario: A new image rolls out without a failed request under load
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And gatewayroute "web" is Ready
    And the pods of "web" are remembered
    And a stream of requests to "web:8080" starts
    And a stream of requests to "new-image.example.com" starts through the gateway
    When microservice "web" is patched with:
      """
      spec: {image: "registry.example.com/atoll/actor:2"}
      """
    Then every stream saw versions "1" and "2"
    And every remembered pod of "web" is gone
    And deployment "web" has rolled out
    And microservice "web" is Ready
    And no stream saw a failed request
