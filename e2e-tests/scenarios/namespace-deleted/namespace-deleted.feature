# SPDX-License-Identifier: Apache-2.0
Feature: The end of a namespace

  @operator-killed-meanwhile
  Scenario: A namespace with one of everything is deleted, and nothing holds it up
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "application.yaml"
    And microservice "web" is Ready
    And gatewayroute "web" is Ready
    And servicedatabase "web-db" is Ready
    And horizontalpodautoscaler "web" exists
    When the namespace is deleted
    Then the namespace is gone
    And the time this took is reported (aim: 60 s)
