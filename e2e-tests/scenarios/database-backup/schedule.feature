# SPDX-License-Identifier: Apache-2.0
Feature: The schedule of a database's backups

  @operator-killed-meanwhile
  Scenario: Backups are taken by schedule, and only the newest are kept
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "scheduled.yaml"
    And the manifests in "volume.yaml"
    And servicedatabase "orders-db" is Ready

    # One is due every minute, and one is kept: the second one ends the first.
    Then servicedatabase "orders-db" says BackupHealthy=True with reason "Succeeded" and a message containing "the last good backup"
    And another databasebackup of "orders-db" takes the place of the first

    # So is a drill.
    And servicedatabase "orders-db" has restored a backup for trial
