# SPDX-License-Identifier: Apache-2.0
Feature: A database of MySQL

  Scenario: Data outlives a crash of the server, an exchange of its credentials and the loss of its volume
    Given the nodes have the image of MySQL 9.7
    And the manifests in "orders.yaml"
    And the manifests in "../database-backup/volume.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And the server of "orders-db" crashes
    Then "orders" has the remembered rows in "orders-db"

    # Its database is the owner's, and nothing else of the server.
    And "orders" is refused "select user from mysql.user" in "orders-db"
    And "orders" is refused "create database another" in "orders-db"

    Given the login of "orders-db" is remembered
    When servicedatabase "orders-db" is asked for other credentials
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders_2 is in use"
    And microservice "orders" is Ready
    And "orders" has the remembered rows in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"

    When "../database-backup/backup.yaml" is applied
    Then databasebackup "before-the-release" says Ready=True with reason "Succeeded" and a message containing "volume://backups/"
    And the time this took is reported (aim: 30 s)
    When "../database-backup/drill.yaml" is applied
    Then databaserestore "does-it-restore" says Ready=True with reason "Succeeded" and a message containing "tables: 2; spec.query answers true"

    # All data is gone, and an empty volume takes its place.
    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" is Ready
    And "orders" has no rows in "orders-db"
    When "../database-backup/restore.yaml" is applied
    Then databaserestore "back-to-before-the-release" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And the time this took is reported (aim: 60 s)
    And servicedatabase "orders-db" is Ready
    And "orders" has the remembered rows in "orders-db"

    # The same into a database of another service, whose user owns what is restored.
    Given the manifests in "reports.yaml"
    And servicedatabase "reports-db" is Ready
    And microservice "reports" is Ready
    When "../database-backup/copy.yaml" is applied
    Then databaserestore "copy-for-reports" is Ready
    And servicedatabase "reports-db" is Ready
    And "reports" has the remembered rows in "reports-db"
    When "reports" stores "what is its own" in "reports-db"
    Then "reports" finds "what is its own" in "reports-db"
