# SPDX-License-Identifier: Apache-2.0
# The namespace of every scenario enforces the Pod Security Standard "restricted". Here is what the other scenarios do not use.
Feature: Restricted pods

  Scenario: Every pod that Atoll generates is admitted where only restricted ones are
    Given the nodes have the image of PostgreSQL 17
    Then "not-restricted.yaml" is refused with a message containing "restricted"
    When "plain.yaml" is applied
    And "everything.yaml" is applied
    And "databases.yaml" is applied
    Then microservice "plain" is Ready
    And microservice "worker" is Ready
    And microservice "everything" is Ready
    And servicedatabase "plain-db" is Ready
    And servicedatabase "everything-db" is Ready
