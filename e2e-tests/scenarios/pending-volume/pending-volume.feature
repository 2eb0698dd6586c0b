# SPDX-License-Identifier: Apache-2.0
Feature: A volume that nobody provides

  @operator-killed-meanwhile
  Scenario: It is reported with what to do, and doing that helps
    Given the nodes have the image of PostgreSQL 17
    And the manifests in "missing-class.yaml"
    Then servicedatabase "orders-db" says Ready=False with reason "VolumePending" and a message containing "kubectl describe pvc data-orders-db-0"
    And the time this took is reported (aim: 10 s)
    And microservice "orders" says Ready=False with reason "VolumePending" and a message containing "kubectl describe pvc"

    # A StatefulSet would make its claim anew, and its pod may not have been made yet.
    When servicedatabase "orders-db" is deleted
    Then statefulset "orders-db" is gone
    And pod "orders-db-0" is gone
    When persistentvolumeclaim "data-orders-db-0" is deleted
    Then persistentvolumeclaim "data-orders-db-0" is gone
    When microservice "orders" is deleted
    Then deployment "orders" is gone
    When persistentvolumeclaim "pictures" is deleted
    Then persistentvolumeclaim "pictures" is gone
    When "default-class.yaml" is applied
    Then servicedatabase "orders-db" is Ready
    And microservice "orders" is Ready
