# SPDX-License-Identifier: Apache-2.0
Feature: The restart of a database

  @operator-killed-meanwhile
  Scenario: Data outlives a crash of the server, and the loss of its pod
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "orders.yaml"
    And servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
    When "orders" stores "what was there before the crash" in "orders-db"
    And the server of "orders-db" crashes
    Then "orders" finds "what was there before the crash" in "orders-db"
    And servicedatabase "orders-db" is Ready

    # The quota keeps the pod from coming back before its absence was seen.
    When "orders" stores "what was there before the pod went" in "orders-db"
    And "no-more-pods.yaml" is applied
    And a pod of "orders-db" is deleted
    Then servicedatabase "orders-db" says Ready=False with reason "Progressing" and a message containing "0 of 1 pods are ready"
    And the time this took is reported (aim: 10 s)
    When resourcequota "no-more-pods" is deleted
    Then servicedatabase "orders-db" is Ready
    And "orders" finds "what was there before the crash" in "orders-db"
    And "orders" finds "what was there before the pod went" in "orders-db"

    # While it is stopped nobody gets in, and when it goes on nothing is missing.
    When servicedatabase "orders-db" is patched with:
      """
      spec: {suspend: true}
      """
    Then pod "orders-db-0" is gone
    And servicedatabase "orders-db" says Ready=False with reason "Stopped" and a message containing "its data stays on PersistentVolumeClaim data-orders-db-0"
    And persistentvolumeclaim "data-orders-db-0" exists
    When servicedatabase "orders-db" is patched with:
      """
      spec: {suspend: false}
      """
    Then servicedatabase "orders-db" is Ready
    And "orders" finds "what was there before the crash" in "orders-db"
    And "orders" finds "what was there before the pod went" in "orders-db"
