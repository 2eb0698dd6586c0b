# SPDX-License-Identifier: Apache-2.0
# The manifests are those of sample-services/manifests.
Feature: The sample shop

  Scenario: From the first deploy to an order that is placed, and one that is not paid
    Given the images of the sample shop
    When the sample shop is applied for "shop-scenario.example.com"
    Then servicedatabase "accounts-db" is Ready
    And servicedatabase "inventory-db" is Ready
    And servicedatabase "orders-db" is Ready
    And microservice "accounts" is Ready
    And microservice "inventory" is Ready
    And microservice "notifications" is Ready
    And microservice "orders" is Ready
    And microservice "payment" is Ready
    And gatewayroute "shop" is Ready
    And gatewayroute "shop-grpc" is Ready
    And the time this took is reported (aim: 90 s)

    Given a customer has signed up and logged in
    And the stock of "hammock" is remembered
    When the customer orders 2 of "hammock"
    Then the customer's last order is PLACED
    And the stock of "hammock" is 2 less
    And notifications has heard that the customer's last order is PLACED

    When the customer orders 3 of "hammock", but the payment is declined
    Then the customer's last order is REJECTED
    And the stock of "hammock" is 2 less
    And notifications has heard that the customer's last order is REJECTED

    And nobody can order without being signed in

    When a partner reserves 1 of "hammock" by gRPC
    Then the stock of "hammock" is 3 less
    And nobody can reserve by gRPC without being signed in
