# SPDX-License-Identifier: Apache-2.0
Feature: What a new database begins with

  @operator-killed-at-every-write
  Scenario: Nobody can use a database before it has what it is to begin with, and that is given once
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "orders.yaml"
    And microservice "orders" is Ready

    # The server is not started before the scripts are there.
    When "database.yaml" is applied
    Then servicedatabase "orders-db" says ResolvedRefs=False with reason "ConfigMapNotFound"
    And servicedatabase "orders-db" says Ready=False with reason "ConfigMapNotFound" and a message containing "ConfigMap orders-begin does not exist"
    And statefulset "orders-db" is gone

    # A script gets no further than its owner, and what is half done is given to nobody.
    When "wrong.yaml" is applied
    Then servicedatabase "orders-db" says Stalled=True with reason "Failed" and a message containing "20-boss.sql: ERROR: permission denied to create role"
    And servicedatabase "orders-db" says Initialized=False with reason "Failed"
    And "orders" cannot reach "orders-db"

    When "right.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And the time this took is reported (aim: 30 s)
    And servicedatabase "orders-db" says Initialized=True with reason "Succeeded"
    And "orders" finds "from the script" in "orders-db"
    And "orders" does not find "of the wrong scripts" in "orders-db"
    And "orders" is refused "create role boss superuser" in "orders-db"

    # Neither another content nor another resource of the name makes them run again.
    When "orders" stores "what came afterwards" in "orders-db"
    And "later.yaml" is applied
    And servicedatabase "orders-db" is deleted
    Then servicedatabase "orders-db" is gone
    When "database.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And servicedatabase "orders-db" says Initialized=True with reason "Succeeded" and a message containing "counts for new data only"
    And "orders" finds "what came afterwards" in "orders-db"
    And "orders" does not find "from a later script" in "orders-db"

    # A new volume is new data.
    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then "orders" finds "from a later script" in "orders-db"
    And servicedatabase "orders-db" is Ready
    And "orders" does not find "what came afterwards" in "orders-db"
