# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: gRPC

  Scenario: Calls go by service and method
    Given the route in "grpc.yaml", which needs "rules[].grpc, and ports with protocol GRPC"
    Then a gRPC call of "stock.Stock/Reserve" is answered by "stock"
    And a gRPC call of "stock.Admin/Count" is answered by "stock"
    And a gRPC call of "stock.Admin/Delete" fails
