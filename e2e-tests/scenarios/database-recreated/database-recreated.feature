# SPDX-License-Identifier: Apache-2.0
Feature: A ServiceDatabase is created again

  @operator-killed-meanwhile
  Scenario: The next ServiceDatabase of the name takes over data and credentials
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "orders.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And "orders" stores "what was there before" in "orders-db"
    And "orders" is refused "select rolpassword from pg_catalog.pg_authid" in "orders-db"
    And "orders" is refused "create database elsewhere" in "orders-db"
    And "orders" is refused "copy (select 1) to program 'true'" in "orders-db"
    And the volume and the credentials of "orders-db" are remembered

    When servicedatabase "orders-db" is deleted
    Then pod "orders-db-0" is gone
    And service "orders-db" is gone

    When "orders.yaml" is applied
    Then servicedatabase "orders-db" says Programmed=True with reason "Adopted" and a message containing "data-orders-db-0"
    And servicedatabase "orders-db" is Ready
    And "orders-db" has the volume and the credentials that are remembered
    And microservice "orders" is Ready
    And "orders" finds "what was there before" in "orders-db"
