# SPDX-License-Identifier: Apache-2.0
Feature: A later version of a database

  Scenario Outline: What no server of a later version could open goes over to it by a backup
    Given the nodes have the image of <engine> <from>
    And the nodes have the image of <engine> <to>
    And the manifests in "<database>.yaml"
    And the manifests in "../database-backup/volume.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"

    # By the programs of the version that runs.
    When "backup.yaml" is applied
    Then databasebackup "before-the-upgrade" is Ready

    # The edit alone changes nothing.
    When servicedatabase "orders-db" is patched with:
      """
      spec: {version: "<to>"}
      """
    Then servicedatabase "orders-db" says Accepted=False with reason "FeatureNotSupported" and a message containing "restore it into this ServiceDatabase by a DatabaseRestore"
    And the server of "orders-db" is of version "<from>"
    And "orders" has the remembered rows in "orders-db"

    # Whether the later version takes it is tried beside the database, which goes on.
    When "drill.yaml" is applied
    Then databaserestore "does-it-work-there" says Ready=True with reason "Succeeded" and a message containing "spec.query answers true"
    And the server of "orders-db" is of version "<from>"

    When "upgrade.yaml" is applied
    Then databaserestore "upgrade" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And the time this took is reported (aim: 60 s)
    And servicedatabase "orders-db" is Ready
    And the server of "orders-db" is of version "<to>"
    And "orders" has the remembered rows in "orders-db"
    And "orders" stores "what came after the upgrade" in "orders-db"
    And "orders" finds "what came after the upgrade" in "orders-db"

    # There is no way back by an edit.
    When servicedatabase "orders-db" is patched with:
      """
      spec: {version: "<from>"}
      """
    Then servicedatabase "orders-db" says Accepted=False with reason "FeatureNotSupported" and a message containing "set it back to <to>"
    And the server of "orders-db" is of version "<to>"
    And "orders" finds "what came after the upgrade" in "orders-db"

    @operator-killed-meanwhile
    Examples: PostgreSQL
      | engine     | from | to | database   |
      | PostgreSQL | 15   | 17 | postgresql |

    # The image of 18 has another folder for its data.
    Examples: PostgreSQL 18
      | engine     | from | to | database      |
      | PostgreSQL | 17   | 18 | postgresql-17 |

    Examples: MariaDB
      | engine  | from  | to   | database |
      | MariaDB | 10.11 | 11.8 | mariadb  |
