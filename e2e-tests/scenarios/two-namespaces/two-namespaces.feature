# SPDX-License-Identifier: Apache-2.0
Feature: Two applications in two namespaces

  # All names are the same in both. What each answers at /config tells which one it is.
  @operator-killed-meanwhile
  Scenario: They do not see each other
    Given the nodes have the image of PostgreSQL 17
    And the cluster enforces NetworkPolicies
    And we are in namespace "blue"
    And the manifests in "blue.yaml"
    And we are in namespace "green"
    And the manifests in "green.yaml"

    # The host belongs to the namespace whose route was there first, and so do longer paths below it.
    And we are in namespace "blue"
    And gatewayroute "web" is Ready
    And we are in namespace "green"
    And the manifests in "green-route.yaml"
    Then gatewayroute "web" says Accepted=False with reason "Conflict" and a message containing "name another host"
    And ingress "web" is gone
    And the gateway answers "two-namespaces.example.com/config" with "blue"

    # Each name leads to the own service.
    Given we are in namespace "blue"
    And microservice "web" is Ready
    And servicedatabase "web-db" is Ready
    And we are in namespace "green"
    And microservice "web" is Ready
    And microservice "open" is Ready
    And servicedatabase "web-db" is Ready
    Then "web:8080/config" answers with "green"
    And a pod of "web" can connect to "web:8080"
    And a pod of "web" can connect to "web-db:5432"
    Given we are in namespace "blue"
    Then "web:8080/config" answers with "blue"
    And a pod of "web" can connect to "web:8080"
    And a pod of "web" can connect to "web-db:5432"

    # Only "open", which says that everybody may call it, is reached from the other namespace.
    And a pod of "web" can connect to "open:8080" of namespace "green"
    But a pod of "web" cannot connect to "web:8080" of namespace "green"
    And a pod of "web" cannot connect to "web-db:5432" of namespace "green"

    And the account of "web" may read no Secrets
    And the account of "web" may read no Secrets of namespace "green"

    When gatewayroute "web" is deleted
    And we are in namespace "green"
    Then gatewayroute "web" is Ready
    And the gateway answers "two-namespaces.example.com/config" with "green"
