# SPDX-License-Identifier: Apache-2.0
Feature: A database of Valkey

  @operator-killed-meanwhile
  Scenario: Data outlives a crash of the server and an exchange of its credentials, and the next ServiceDatabase takes it over
    Given the nodes have the image of Valkey 8.1
    And the manifests in "orders.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And the volume and the credentials of "orders-db" are remembered
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And "orders" stores "what was there before" in "orders-db"
    And the server of "orders-db" crashes
    Then "orders" finds "what was there before" in "orders-db"
    And "orders" has the remembered rows in "orders-db"

    # The keys are the owner's, the server is not.
    And "orders" is refused "return server.call('config', 'get', 'dir')" in "orders-db"
    And "orders" is refused "return server.call('acl', 'list')" in "orders-db"

    When servicedatabase "orders-db" is deleted
    Then pod "orders-db-0" is gone
    And service "orders-db" is gone
    When "orders.yaml" is applied
    Then servicedatabase "orders-db" says Programmed=True with reason "Adopted" and a message containing "data-orders-db-0"
    And servicedatabase "orders-db" is Ready
    And "orders-db" has the volume and the credentials that are remembered
    And microservice "orders" is Ready
    And "orders" has the remembered rows in "orders-db"

    Given the login of "orders-db" is remembered
    When servicedatabase "orders-db" is asked for other credentials
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders_2 is in use"
    And microservice "orders" is Ready
    And "orders" has the remembered rows in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"
    # Who may log in is kept beside the data.
    When the server of "orders-db" crashes
    Then "orders" has the remembered rows in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"

  @operator-killed-meanwhile
  Scenario: What a backup has is there again when the volume is destroyed
    Given the nodes have the image of Valkey 8.1
    And the manifests in "orders.yaml"
    And the manifests in "../database-backup/volume.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And "../database-backup/backup.yaml" is applied
    Then databasebackup "before-the-release" says Ready=True with reason "Succeeded" and a message containing "volume://backups/"
    And the time this took is reported (aim: 30 s)
    When "drill.yaml" is applied
    Then databaserestore "does-it-restore" says Ready=True with reason "Succeeded" and a message containing "keys: 5000; spec.query answers true"
    And databaserestore "is-there-one-more" says Ready=False with reason "Failed" and a message containing "spec.query does not answer true"

    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" is Ready
    And "orders" has no rows in "orders-db"
    When "orders" stores "what came after the backup" in "orders-db"
    And "../database-backup/restore.yaml" is applied
    Then databaserestore "back-to-before-the-release" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And the time this took is reported (aim: 60 s)
    And servicedatabase "orders-db" is Ready
    And "orders" has the remembered rows in "orders-db"
    And "orders" does not find "what came after the backup" in "orders-db"

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
