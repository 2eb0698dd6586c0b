// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as its callers see it. */
@QuarkusTest
class PaymentApiTest {
    private static final String CHARGE = """
            {"orderId": "o-1", "amount": 1999, "currency": "EUR", "method": "card"}""";

    @Inject
    FakeProvider provider;

    @BeforeEach
    void behaveWell() {
        behave(0, false);
    }

    @Test
    void takesAPaymentOnceForAKey() {
        var id = pay("once", CHARGE)
                .statusCode(200)
                .body("status", equalTo("CAPTURED"))
                .extract()
                .path("id");

        pay("once", CHARGE).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void tellsADeclinedPaymentAsSuch() {
        pay("declined", CHARGE.replace("card", "card-declined")).statusCode(200).body("status", equalTo("DECLINED"));
    }

    @Test
    void refusesAKeyWithAnotherCharge() {
        pay("reused", CHARGE).statusCode(200);

        problem(pay("reused", CHARGE.replace("1999", "1")), 422, "key-reused");
    }

    @Test
    void saysThatNothingWasChargedWhenTheProviderFails() {
        behave(0, true);

        problem(pay("failing", CHARGE), 502, "payment-not-taken");
    }

    @Test
    void cancelsAPaymentThatTheProviderDoesNotAnswerInTime() {
        behave(60_000, false);
        problem(pay("slow", CHARGE), 502, "payment-not-taken");

        behave(0, false);
        assertThat(provider.charge("slow", new Charge("o-1", 1999, "EUR", "card")))
                .isEqualTo(new Provider.Answer.Cancelled());
    }

    @Test
    void asksForAKeyAndForAChargeThatMakesSense() {
        problem(
                given().contentType(ContentType.JSON)
                        .body(CHARGE)
                        .post("/payments")
                        .then(),
                400,
                "key-missing");
        problem(pay("invalid", "{}"), 400, "charge-invalid");
        problem(pay("empty", ""), 400, "charge-invalid");
        problem(pay("unreadable", "{\"amount\": []}"), 400, "body-unreadable");
        problem(pay("cut", "{\"amount\":"), 400, "body-unreadable");
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        problem(given().get("/nothing-here").then(), 404, "request-refused");
    }

    @Test
    void isLiveAndReadyAndCountsItsPayments() {
        pay("counted", CHARGE).statusCode(200);

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shop_payments_total{result=\"captured\"}"));
    }

    private static ValidatableResponse pay(String key, String charge) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(charge)
                .post("/payments")
                .then();
    }

    private static void behave(long delayMillis, boolean failing) {
        given().contentType(ContentType.JSON)
                .body(new Behaviour(delayMillis, failing))
                .put("/provider")
                .then()
                .statusCode(200);
    }

    private static void problem(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shop:problem:" + type))
                .body("remedy", notNullValue());
    }
}
