# SPDX-License-Identifier: Apache-2.0
Feature: The migration of a service's data

  @operator-killed-at-every-write
  Scenario: The data is migrated before a version rolls out, once, and no version rolls out without
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "database.yaml"
    When "first.yaml" is applied
    Then microservice "orders" is Ready

    # The pods of the second version are ready only if they find the column as soon as they start.
    When "second.yaml" is applied
    Then microservice "orders" is Ready
    And the time this took is reported (aim: 60 s)
    And 1 databasebackup of "orders-db" is taken

    # One that fails keeps its version out, and the former one goes on.
    Given the pods of "orders" are remembered
    When "failing.yaml" is applied
    Then microservice "orders" says Stalled=True with reason "Failed" and a message containing 'relation "nowhere" does not exist'
    And microservice "orders" says Ready=False with reason "Failed" and a message containing "1 of 1 pods are ready"
    And no remembered pod of "orders" was replaced or restarted

    # The way back needs none, and the way on the corrected one.
    When "second.yaml" is applied
    Then microservice "orders" is Ready
    And no remembered pod of "orders" was replaced or restarted
    When "corrected.yaml" is applied
    Then microservice "orders" is Ready
    And every remembered pod of "orders" is gone

    # What has been migrated once is not migrated again: this would fail.
    When "second.yaml" is applied
    Then microservice "orders" is Ready
    And deployment "orders" has rolled out
    And 1 databasebackup of "orders-db" is taken
