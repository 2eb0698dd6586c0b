// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The service as its callers see it. */
@QuarkusTest
class NotificationsApiTest {
    @Test
    void showsACustomerWhatHappenedOnce() {
        post(event("a-1", "ann")).statusCode(201);
        post(event("a-1", "ann")).statusCode(200);
        post(event("a-2", "ann")).statusCode(201);

        given().get("/notifications?customer=ann")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].id", equalTo("a-2"))
                .body("[0].from", equalTo("shop@example.com"))
                .body("[1].id", equalTo("a-1"));
    }

    @Test
    void refusesWhatItCannotTell() {
        problem(post("{}"), "event-invalid");
        problem(post(""), "event-invalid");
        problem(post("[]"), "body-unreadable");
        problem(given().get("/notifications?limit=0").then(), "limit-invalid");
    }

    @Test
    void isLiveAndReadyAndCountsItsNotifications() {
        post(event("counted", "bob")).statusCode(201);

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shop_notifications_total{result=\"added\"}"));
    }

    private static String event(String id, String customer) {
        return """
                {"id": "%s", "kind": "OrderPlaced", "customer": "%s", "text": "Thank you."}""".formatted(id, customer);
    }

    private static ValidatableResponse post(String event) {
        return given().contentType(ContentType.JSON)
                .body(event)
                .post("/notifications")
                .then();
    }

    private static void problem(ValidatableResponse response, String type) {
        response.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shop:problem:" + type))
                .body("remedy", notNullValue());
    }
}
