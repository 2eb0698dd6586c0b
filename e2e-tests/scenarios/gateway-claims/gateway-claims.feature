# SPDX-License-Identifier: Apache-2.0
@every-gateway
Feature: What a token says

  Scenario: Only whose token says so may pass
    Given token "staff" with:
      """
      iss: https://login.example.com
      roles: [reader, staff]
      scope: orders:read orders:write
      company: {department: sales}
      """
    And token "admin" with:
      """
      iss: https://login.example.com
      roles: admin
      scope: orders:write
      company: {department: [sales, marketing]}
      """
    And token "reader" with:
      """
      iss: https://login.example.com
      roles: [reader]
      scope: orders:read orders:write
      company: {department: sales}
      """
    And token "narrow" with:
      """
      iss: https://login.example.com
      roles: [staff]
      scope: orders:read
      company: {department: sales}
      """
    And token "bare" with:
      """
      iss: https://login.example.com
      """
    And token "forged" with the claims of "staff", signed by somebody else
    And the route in "claims.yaml", which needs "auth.jwt", "auth.jwt.requiredClaims", "clientIPs.allow" and "clientIPs.deny"
    When GET "/echo" is sent
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {forged}"
    Then the gateway itself answers with 401
    When GET "/echo" is sent with "Authorization: Bearer {bare}"
    Then the gateway itself answers with 403
    When GET "/echo" is sent with "Authorization: Bearer {reader}"
    Then the gateway itself answers with 403
    When GET "/echo" is sent with "Authorization: Bearer {narrow}"
    Then the gateway itself answers with 403
    When GET "/echo" is sent with "Authorization: Bearer {staff}"
    Then it is answered by "red"
    When GET "/echo" is sent with "Authorization: Bearer {admin}"
    Then it is answered by "red"
    # Address and token have to be right, both of them.
    When GET "/echo/from-here" is sent with "Authorization: Bearer {staff}"
    Then it is answered by "red"
    When GET "/echo/from-here" is sent with "Authorization: Bearer {reader}"
    Then the gateway itself answers with 403
    When GET "/echo/from-elsewhere" is sent with "Authorization: Bearer {staff}"
    Then the gateway itself answers with 403
    When GET "/echo/kept-out" is sent with "Authorization: Bearer {staff}"
    Then the gateway itself answers with 403

  # A gateway counts anew when it is told of other routes meanwhile.
  @alone
  Scenario: Each customer has an allowance of its own
    Given token "ada" with:
      """
      iss: https://login.example.com
      customer: {id: ada}
      """
    And token "bob" with:
      """
      iss: https://login.example.com
      customer: {id: bob}
      """
    And token "guest" with:
      """
      iss: https://login.example.com
      sub: guest
      """
    And token "other-guest" with:
      """
      iss: https://login.example.com
      sub: other-guest
      """
    And the route in "customers.yaml", which needs "auth.jwt", "rateLimit" and "rateLimit.by: Claim"
    When GET "/echo" is sent with "Authorization: Bearer {bob}"
    Then it is answered by "red"
    And the service was sent no "X-Atoll-Counted-Claim"
    When GET "/echo" is sent with "Authorization: Bearer {ada}"
    Then of 60 such requests 30 are answered by "red", all others with 429
    # Nobody can say to be another customer than the token says.
    When GET "/echo" is sent with "Authorization: Bearer {ada}" and "X-Atoll-Counted-Claim: {new}"
    Then the gateway itself answers with 429
    When GET "/echo" is sent with "Authorization: Bearer {bob}"
    Then 10 such requests, one after the other, are all answered by "red"
    # Whose token says nothing of it shares an allowance with all others of whom that is true.
    When GET "/echo" is sent with "Authorization: Bearer {guest}" and "X-Atoll-Counted-Claim: bob"
    Then of 60 such requests 30 are answered by "red", all others with 429
    When GET "/echo" is sent with "Authorization: Bearer {other-guest}"
    Then the gateway itself answers with 429
