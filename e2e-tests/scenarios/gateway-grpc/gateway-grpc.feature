# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: gRPC

  Scenario: Calls go by service and method
    Given the route in "grpc.yaml", which needs "rules[].grpc, and ports with protocol GRPC"
    Then a gRPC call of "stock.Stock/Reserve" is answered by "stock"
    And a gRPC call of "stock.Admin/Count" is answered by "stock"
    And a gRPC call of "stock.Admin/Delete" fails
    And a gRPC call of "stock.Admin/CountAll" fails

  Scenario: HTTP and gRPC under the same host
    Given the route in "mix.yaml", which needs "rules[] for HTTP and for gRPC" and "rules[].grpc, and ports with protocol GRPC"
    Then a gRPC call of "stock.Stock/Reserve" is answered by "stock"
    When GET "/echo" is sent
    Then it is answered by "red"

  Scenario: A call may not take long
    Given the route in "timeout.yaml", which needs "timeout of gRPC calls" and "rules[].grpc, and ports with protocol GRPC"
    Then a gRPC call of "stock.Stock/Reserve" is answered by "stock"

  Scenario: Headers of answers to calls
    Given the route in "responses.yaml", which needs "responseHeaderModifier of gRPC calls" and "rules[].grpc, and ports with protocol GRPC"
    Then a gRPC call of "stock.Stock/Reserve" is answered by "stock"
