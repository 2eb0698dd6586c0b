# SPDX-License-Identifier: Apache-2.0
Feature: A database that lives elsewhere

  Scenario: A service is bound to a server that Atoll does not run, and hears of other credentials
    Given the nodes have the image of PostgreSQL 17
    And the cluster enforces NetworkPolicies
    And we are in namespace "databases"
    And the manifests in "server.yaml"
    And we are in namespace "shop"
    And the manifests in "service.yaml"
    And the manifests in "orders.yaml"
    Then servicedatabase "orders-db" says Ready=False with reason "SecretNotFound" and a message containing "create it with the keys username, password"
    When "login.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And the time this took is reported (aim: 30 s)
    When "orders" stores "from next door" in "orders-db"
    Then "orders" finds "from next door" in "orders-db"

    # Nothing of a server is made.
    And statefulset "orders-db" is gone
    And service "orders-db" is gone
    And persistentvolumeclaim "data-orders-db-0" is gone

    # The other password is given out, and who has it gets in; the former one does no longer.
    Given the login of "orders-db" is remembered
    And the pods of "orders" are remembered
    When "orders" sets its password in "orders-db" to "2nd: words?"
    And secret "cloud-orders" is patched with:
      """
      stringData: {password: "2nd: words?"}
      """
    Then every remembered pod of "orders" is gone
    And the time this took is reported (aim: 60 s)
    And microservice "orders" is Ready
    And "orders" finds "from next door" in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"

    # What was given out stays when it can no longer be made.
    Given the pods of "orders" are remembered
    When secret "cloud-orders" is deleted
    Then servicedatabase "orders-db" says Ready=False with reason "SecretNotFound" and a message containing "the owner goes on with that"
    And microservice "orders" is Ready
    And "orders" finds "from next door" in "orders-db"
    And no remembered pod of "orders" was replaced or restarted

    When servicedatabase "orders-db" is deleted
    Then secret "orders-db-binding" is gone
