# SPDX-License-Identifier: Apache-2.0
Feature: A password of one's own for a database

  Scenario: The password is the one that somebody has written, and another one is exchanged for it
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "service.yaml"
    And the manifests in "orders.yaml"
    Then servicedatabase "orders-db" says Ready=False with reason "SecretNotFound" and a message containing "Secret orders-password does not exist"
    And statefulset "orders-db" is gone
    When "password.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    And "orders" logs in to "orders-db" as "orders" with "my-own.words_1"
    When "orders" stores "what was there before" in "orders-db"

    Given the login of "orders-db" is remembered
    When secret "orders-password" is patched with:
      """
      stringData: {password: other.words~2}
      """
    Then servicedatabase "orders-db" says CredentialsRotated=True with reason "Succeeded" and a message containing "user orders_2 is in use"
    And the time this took is reported (aim: 60 s)
    And microservice "orders" is Ready
    And "orders" logs in to "orders-db" as "orders_2" with "other.words~2"
    And "orders" finds "what was there before" in "orders-db"
    And the remembered login is refused by "orders-db" to "orders"

    # What cannot be a password changes nothing.
    When secret "orders-password" is patched with:
      """
      stringData: {password: "two words"}
      """
    Then servicedatabase "orders-db" says ResolvedRefs=False with reason "SecretInvalid" and a message containing "Secret orders-password has under password other characters than letters, digits"
    And servicedatabase "orders-db" is Ready
    And "orders" logs in to "orders-db" as "orders_2" with "other.words~2"
