# SPDX-License-Identifier: Apache-2.0
Feature: The backup of a database

  Scenario Outline: What a backup has is there again when the volume is destroyed, or the data is
    Given the nodes have the image of <engine>
    And the manifests in "<database>.yaml"
    And the manifests in "volume.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And "backup.yaml" is applied
    Then databasebackup "before-the-release" says Ready=True with reason "Succeeded" and a message containing "volume://backups/"
    And the time this took is reported (aim: 30 s)

    # Whether it can be restored is tried beside the database, which goes on.
    When "drill.yaml" is applied
    Then databaserestore "does-it-restore" says Ready=True with reason "Succeeded" and a message containing "tables: 1; spec.query answers true"
    When "failing-drill.yaml" is applied
    Then databaserestore "is-there-one-more" says Ready=False with reason "Failed" and a message containing "spec.query does not answer true"
    When databaserestore "is-there-one-more" is deleted
    Then no volume is left but "data-orders-db-0" and "backups"
    And "orders" has the remembered rows in "orders-db"

    # Who regrets a restore before the database has gone over has lost nothing. The quota keeps it from being made meanwhile.
    When "orders" stores "what came meanwhile" in "orders-db"
    And "../database-restart/no-more-pods.yaml" is applied
    And "restore.yaml" is applied
    Then databaserestore "back-to-before-the-release" says Ready=False with reason "Progressing" and a message containing "the database goes on as it is meanwhile"
    When databaserestore "back-to-before-the-release" is deleted
    Then no volume is left but "data-orders-db-0" and "backups"
    When resourcequota "no-more-pods" is deleted
    Then "orders" finds "what came meanwhile" in "orders-db"
    And "orders" has the remembered rows in "orders-db"

    # All data is gone, and an empty volume takes its place.
    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" is Ready
    And "orders" has no rows in "orders-db"
    When "orders" stores "what came after the backup" in "orders-db"
    And "restore.yaml" is applied
    Then databaserestore "back-to-before-the-release" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And the time this took is reported (aim: 60 s)
    And servicedatabase "orders-db" is Ready
    And "orders" has the remembered rows in "orders-db"
    And "orders" does not find "what came after the backup" in "orders-db"

    # The same into a database of another service, whose user owns what is restored.
    Given the manifests in "another-<database>.yaml"
    And servicedatabase "reports-db" is Ready
    And microservice "reports" is Ready
    When "copy.yaml" is applied
    Then databaserestore "copy-for-reports" is Ready
    And servicedatabase "reports-db" is Ready
    And "reports" has the remembered rows in "reports-db"
    When "reports" stores "what is its own" in "reports-db"
    Then "reports" finds "what is its own" in "reports-db"

    @operator-killed-at-every-write
    Examples: PostgreSQL
      | engine        | database   |
      | PostgreSQL 17 | postgresql |

    @operator-killed-meanwhile
    Examples: MariaDB
      | engine        | database   |
      | MariaDB 11.8  | mariadb    |
