# SPDX-License-Identifier: Apache-2.0
Feature: A database of MariaDB

  @operator-killed-meanwhile
  Scenario: Data outlives a crash of the server, and the next ServiceDatabase of the name takes it over
    Given the nodes have the image of MariaDB 11.8
    And the manifests in "orders.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And the volume and the credentials of "orders-db" are remembered
    When "orders" stores "what was there before" in "orders-db"
    And the server of "orders-db" crashes
    Then "orders" finds "what was there before" in "orders-db"

    # Its database is the owner's, and nothing else of the server.
    And "orders" is refused "select user from mysql.user" in "orders-db"
    And "orders" is refused "create database another" in "orders-db"

    When servicedatabase "orders-db" is deleted
    Then pod "orders-db-0" is gone
    And service "orders-db" is gone
    When "orders.yaml" is applied
    Then servicedatabase "orders-db" says Programmed=True with reason "Adopted" and a message containing "data-orders-db-0"
    And servicedatabase "orders-db" is Ready
    And "orders-db" has the volume and the credentials that are remembered
    And microservice "orders" is Ready
    And "orders" finds "what was there before" in "orders-db"
