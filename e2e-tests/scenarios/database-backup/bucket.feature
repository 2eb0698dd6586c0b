# SPDX-License-Identifier: Apache-2.0
Feature: Backups in an object store

  Scenario: A backup in a bucket is had back, also when nothing of the database is left
    Given the nodes have the image of PostgreSQL 17
    And the nodes have the image of the object store
    And the manifests in "object-store.yaml"
    And the manifests in "postgresql.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And deployment "object-store" has 1 ready pod
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And "to-a-bucket.yaml" is applied
    Then databasebackup "to-a-bucket" says Ready=True with reason "Succeeded" and a message containing "s3://backups/production/orders/to-a-bucket-"
    And databasebackup "to-a-bucket" says Ready=True with reason "Succeeded" and a message containing "encrypted"
    When "to-no-bucket.yaml" is applied
    Then databasebackup "to-no-bucket" says Stalled=True with reason "Failed" and a message containing "bucket elsewhere: The specified bucket does not exist"

    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" is Ready
    And "orders" has no rows in "orders-db"
    When "from-the-bucket.yaml" is applied
    Then databaserestore "from-the-bucket" is Ready
    And servicedatabase "orders-db" is Ready
    And "orders" has the remembered rows in "orders-db"
