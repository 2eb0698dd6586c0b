// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The service as customers and gateways see it. Every test has a customer of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccountsApiTest {
    @Test
    void aCustomerSignsUpAndLogsInAndIsKnown() {
        var id = signUp("ann@example.com").statusCode(201).extract().<String>path("id");

        given().header("Authorization", "Bearer " + token("ann@example.com"))
                .get("/accounts/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("email", equalTo("ann@example.com"));
    }

    @Test
    void tellsAGatewayWhoseTokenItIs() {
        var id = signUp("bea@example.com").statusCode(201).extract().<String>path("id");

        given().header("Authorization", "bearer " + token("bea@example.com"))
                .get("/verify")
                .then()
                .statusCode(200)
                .header("X-User", id);
    }

    @Test
    void letsNobodyPassWithoutAValidToken() {
        problem(given().get("/verify").then(), 401, "not-signed-in").header("WWW-Authenticate", "Bearer");
        problem(given().header("Authorization", "Bearer x.y.z").get("/verify").then(), 401, "not-signed-in");
        problem(given().header("Authorization", "Basic YTpi").get("/verify").then(), 401, "not-signed-in");
        problem(given().header("X-User", "ann").get("/verify").then(), 401, "not-signed-in");
        problem(given().get("/accounts/me").then(), 401, "not-signed-in");
    }

    @Test
    void publishesTheKeysThatTokensAreCheckedWith() throws JoseException, InvalidJwtException {
        signUp("cyd@example.com").statusCode(201);
        var token = token("cyd@example.com");

        var published = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();

        assertThat(published).doesNotContain("\"d\"");
        var claims = new JwtConsumerBuilder()
                .setExpectedAudience("shop")
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(published).getJsonWebKeys()))
                .build()
                .processToClaims(token);
        assertThat(claims.getClaimValueAsString("name")).isEqualTo("Test customer");
    }

    @Test
    void oneAddressIsOneAccount() {
        signUp("dan@example.com").statusCode(201);

        problem(signUp("DAN@example.com"), 409, "account-exists");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        signUp("eva@example.com").statusCode(201);

        problem(logIn("eva@example.com", "wrong password"), 401, "login-refused");
        problem(logIn("nobody@example.com", "correct horse"), 401, "login-refused");
        problem(post("/accounts/login", ""), 401, "login-refused");
    }

    @Test
    void refusesAnAccountThatMakesNoSense() {
        problem(post("/accounts", "{}"), 400, "account-invalid");
        problem(post("/accounts", ""), 400, "account-invalid");
        problem(post("/accounts", "[]"), 400, "body-unreadable");
    }

    @Test
    void isLiveAndReadyWithItsDatabaseAndCountsLogins() {
        logIn("nobody@example.com", "correct horse").statusCode(401);

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body(containsString("Database connections"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("shop_logins_total{result=\"refused\"}"));
    }

    private static ValidatableResponse signUp(String email) {
        return post("/accounts", """
                {"email": "%s", "name": "Test customer", "password": "correct horse"}""".formatted(email));
    }

    private static String token(String email) {
        return logIn(email, "correct horse")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("token");
    }

    private static ValidatableResponse logIn(String email, String password) {
        return post("/accounts/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shop:problem:" + type))
                .body("remedy", notNullValue());
    }
}
