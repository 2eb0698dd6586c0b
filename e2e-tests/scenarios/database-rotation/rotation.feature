# SPDX-License-Identifier: Apache-2.0
Feature: The exchange of a database's credentials

  Scenario Outline: New credentials are given out without a failed connection
    Given the nodes have the image of <engine>
    # Two pods, each of which opens a connection after the other with the credentials that it was started with.
    And the manifests in "<database>.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And the login of "orders-db" is remembered
    And what of the connections of "orders" to "orders-db" has failed is remembered
    When servicedatabase "orders-db" is asked for other credentials
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders_2 is in use"
    And the time this took is reported (aim: 60 s)
    And microservice "orders" is Ready
    And "orders" goes on connecting to "orders-db"
    And no other connection of "orders" to "orders-db" has failed
    And the remembered login is refused by "orders-db" to "orders"

    # The owner's user made this; the other one is a mere member.
    When "orders" stores "what the second user has stored" in "orders-db"
    Given the login of "orders-db" is remembered
    When servicedatabase "orders-db" is asked for other credentials
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders is in use"
    And microservice "orders" is Ready
    And "orders" goes on connecting to "orders-db"
    And no other connection of "orders" to "orders-db" has failed
    And "orders" finds "what the second user has stored" in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"

    # The data of a new volume knows no second user.
    When servicedatabase "orders-db" is asked for other credentials
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders_2 is in use"
    When persistentvolumeclaim "data-orders-db-0" is deleted
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" is Ready
    When "orders" stores "in the new volume" in "orders-db"
    Then "orders" finds "in the new volume" in "orders-db"

    @operator-killed-at-every-write
    Examples: PostgreSQL
      | engine        | database   |
      | PostgreSQL 17 | postgresql |

    @operator-killed-meanwhile
    Examples: MariaDB
      | engine        | database   |
      | MariaDB 11.8  | mariadb    |
