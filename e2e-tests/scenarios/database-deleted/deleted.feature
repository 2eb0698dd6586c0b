# SPDX-License-Identifier: Apache-2.0
Feature: The deletion of a database with a last backup

  @operator-killed-at-every-write
  Scenario: The volume goes after a last backup, from which the next database of the name has all rows
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "orders.yaml"
    And the manifests in "../database-backup/volume.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And servicedatabase "orders-db" is deleted
    Then servicedatabase "orders-db" is gone
    And the time this took is reported (aim: 60 s)
    And persistentvolumeclaim "data-orders-db-0" is gone
    And secret "orders-db-binding" is gone
    And secret "orders-db-administrator" is gone
    And "orders-db" has been backed up once at its end

    When "orders.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And "orders" has no rows in "orders-db"
    When the last backup of "orders-db" is restored as "back-again"
    Then databaserestore "back-again" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And servicedatabase "orders-db" is Ready
    And "orders" has the remembered rows in "orders-db"

  Scenario: Nothing goes that could not be backed up, or not be restored
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "orders.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And the volume and the credentials of "orders-db" are remembered

    # There is no volume for backups.
    And servicedatabase "orders-db" is deleted
    Then servicedatabase "orders-db" says Ready=False with reason "Deleting" and a message containing "persistentvolumeclaim "
    And "orders" has the remembered rows in "orders-db"

    # There is one, and what it gets is not what is to be there.
    When servicedatabase "orders-db" is patched with:
      """
      spec: {backup: {drill: {schedule: "@yearly", query: SELECT count(*) = 4999 FROM digests}}}
      """
    And "../database-backup/volume.yaml" is applied
    Then servicedatabase "orders-db" says Stalled=True with reason "DrillFailed" and a message containing "spec.query does not answer true"
    And "orders" has the remembered rows in "orders-db"

    When servicedatabase "orders-db" is patched with:
      """
      spec: {deletionPolicy: Retain}
      """
    Then servicedatabase "orders-db" is gone
    When "orders.yaml" is applied
    Then servicedatabase "orders-db" says Programmed=True with reason "Adopted" and a message containing "data-orders-db-0"
    And servicedatabase "orders-db" is Ready
    And "orders-db" has the volume and the credentials that are remembered
    And microservice "orders" is Ready
    And "orders" has the remembered rows in "orders-db"
