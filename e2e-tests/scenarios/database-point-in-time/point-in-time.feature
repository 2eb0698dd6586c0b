# SPDX-License-Identifier: Apache-2.0
Feature: The point in time that a database goes back to

  Scenario: What was written up to a second is there again, and nothing of what was written later
    Given the nodes have the image of PostgreSQL 17
    And the nodes have the image of the object store
    And the manifests in "../database-backup/object-store.yaml"
    And the manifests in "postgresql.yaml"
    And deployment "object-store" has 1 ready pod
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "base.yaml" is applied
    Then databasebackup "base" says Ready=True with reason "Succeeded" and a message containing "encrypted"
    And the time this took is reported (aim: 60 s)
    And servicedatabase "orders-db" says BackupHealthy=True
    When "too-early.yaml" is applied
    Then databaserestore "too-early" says Accepted=False with reason "BackupNotFound" and a message containing "the first time that can be had is"

    # The accident is not archived yet when the restore begins, which waits for it.
    When "orders" fills "orders-db" with 5000 rows
    And the rows of "orders-db" are remembered for "orders"
    And "orders" stores "before the accident" in "orders-db"
    And a second begins, which "the-second" stands for
    And "orders" stores "the accident" in "orders-db"
    And "to-the-second.yaml" is applied
    Then databaserestore "to-the-second" says Ready=True with reason "Succeeded" and a message containing "the data from before is on data-orders-db-0"
    And the time this took is reported (aim: 90 s)
    And servicedatabase "orders-db" is Ready
    And "orders" finds "before the accident" in "orders-db"
    And "orders" has the remembered rows in "orders-db"
    And "orders" does not find "the accident" in "orders-db"

    # Another history begins, with a base backup of its own.
    And servicedatabase "orders-db" says BackupHealthy=Unknown with reason "Pending" and a message containing "there is no base backup of the data on PersistentVolumeClaim"
    When "base-of-what-was-restored.yaml" is applied
    Then databasebackup "base-of-what-was-restored" is Ready
    And servicedatabase "orders-db" says BackupHealthy=True

    # Who has nowhere to archive to goes on working, and says so.
    Given the pods of "orders-db" are remembered
    When deployment "object-store" is deleted
    And "orders" stores "what cannot be archived" in "orders-db"
    Then servicedatabase "orders-db" says BackupHealthy=False with reason "ArchivingFailed" and a message containing "what the server writes is not archived since"
    And "orders" finds "what cannot be archived" in "orders-db"
