// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as its callers see it, with its own database and the other services as real servers. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestShop.class)
class OrdersApiTest {
    private static final String TWO_LANTERNS = order("lantern", "card");

    /** Set by {@link TestShop}. */
    @SuppressWarnings("NullAway.Init")
    FakeShop shop;

    @Inject
    UnfinishedOrders unfinished;

    @Inject
    Orders orders;

    @BeforeEach
    void behaveWell() {
        shop.behaveWell();
    }

    @Test
    void placesAnOrderOnceForAKey() {
        var id = place("once", TWO_LANTERNS)
                .statusCode(201)
                .body("state", equalTo("PLACED"))
                .body("total", equalTo(200))
                .body("currency", equalTo("EUR"))
                .extract()
                .<String>path("id");

        place("once", TWO_LANTERNS).statusCode(201).body("id", equalTo(id));

        assertThat(shop.inventory.reserved).contains(id);
        assertThat(shop.charges).filteredOn(charge -> charge.startsWith(id)).hasSize(1);
        assertThat(shop.events)
                .filteredOn(event -> event.contains(id))
                .singleElement()
                .asString()
                .contains("OrderPlaced");
    }

    @Test
    void releasesTheGoodsWhenThePaymentIsDeclined() {
        problem(place("declined", order("lantern", "card-declined")), 402, "payment-declined");
        problem(place("declined", order("lantern", "card-declined")), 402, "payment-declined");

        assertThat(shop.inventory.reserved).doesNotContain(idOf("declined"));
        assertThat(shop.events)
                .filteredOn(event -> event.contains(idOf("declined")))
                .singleElement()
                .asString()
                .contains("OrderRejected");
    }

    @Test
    void releasesTheGoodsWhenNothingCouldBeCharged() {
        shop.paymentStatus = 502;

        problem(place("not-taken", TWO_LANTERNS), 503, "payment-unavailable");

        assertThat(shop.inventory.reserved).doesNotContain(idOf("not-taken"));
    }

    @Test
    void chargesNothingForGoodsThatAreNotThere() {
        problem(place("sold-out", order("sold-out", "card")), 409, "goods-refused");

        assertThat(shop.charges).noneMatch(charge -> charge.startsWith(idOf("sold-out")));
    }

    @Test
    void keepsAnOrderWhosePaymentIsNotKnownAndEndsItLater() {
        shop.paymentStatus = 503;
        problem(place("unknown", TWO_LANTERNS), 503, "order-pending");
        assertThat(shop.inventory.reserved).contains(idOf("unknown"));

        shop.behaveWell();
        unfinished.resume();

        get(idOf("unknown")).statusCode(200).body("state", equalTo("PLACED"));
        assertThat(shop.inventory.reserved).contains(idOf("unknown"));
    }

    @Test
    void goesOnWhereItStoppedWhenTheCustomerTriesAgain() {
        shop.inventory.down = true;
        problem(place("again", TWO_LANTERNS), 503, "order-pending");

        shop.behaveWell();

        place("again", TWO_LANTERNS).statusCode(201).body("id", equalTo(idOf("again")));
    }

    @Test
    void placesOrdersWithoutNotificationsAndTellsLater() {
        shop.notificationsDown = true;
        var id = place("untold", TWO_LANTERNS).statusCode(201).extract().<String>path("id");
        assertThat(shop.events).noneMatch(event -> event.contains(id));

        shop.behaveWell();
        unfinished.resume();
        unfinished.resume();

        assertThat(shop.events).filteredOn(event -> event.contains(id)).hasSize(1);
    }

    @Test
    void anUnfinishedOrderIsTakenUpByOneReplicaOnly() {
        shop.paymentStatus = 503;
        problem(place("claimed", TWO_LANTERNS), 503, "order-pending");

        assertThat(idsOf(orders.claimUnfinished(Duration.ZERO))).contains(idOf("claimed"));
        assertThat(idsOf(orders.claimUnfinished(Duration.ofHours(1)))).doesNotContain(idOf("claimed"));
    }

    @Test
    void refusesAKeyWithAnotherOrder() {
        place("reused", TWO_LANTERNS).statusCode(201);

        problem(place("reused", order("hammock", "card")), 422, "key-reused");
    }

    @Test
    void showsCustomersTheirOwnOrdersOnly() {
        var id = place("own", TWO_LANTERNS).statusCode(201).extract().<String>path("id");

        get(id).statusCode(200).body("lines[0].sku", equalTo("lantern"));
        problem(
                given().header("Authorization", "Bearer " + shop.tokens.token("bob"))
                        .get("/orders/" + id)
                        .then(),
                404,
                "order-unknown");
        given().header("Authorization", "Bearer " + shop.tokens.token("bob"))
                .get("/orders")
                .then()
                .statusCode(200)
                .body("", empty());
        problem(get("not-a-uuid"), 404, "order-unknown");
    }

    @Test
    void asksForACustomerAKeyAndAnOrderThatMakesSense() {
        problem(
                given().contentType(ContentType.JSON)
                        .body(TWO_LANTERNS)
                        .post("/orders")
                        .then(),
                401,
                "not-signed-in");
        problem(given().header("X-User", "ann").get("/orders").then(), 401, "not-signed-in");
        problem(
                given().header("Authorization", "Bearer " + shop.tokens.token("ann"))
                        .contentType(ContentType.JSON)
                        .body(TWO_LANTERNS)
                        .post("/orders")
                        .then(),
                400,
                "key-missing");
        problem(place("invalid", "{}"), 400, "order-invalid");
        problem(place("unreadable", "[]"), 400, "body-unreadable");
    }

    @Test
    void isLiveAndReadyWithItsDatabaseAndCountsOrders() {
        place("counted", TWO_LANTERNS).statusCode(201);
        unfinished.resume();

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body(containsString("Database connections"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shop_orders_total{result=\"placed\"}"))
                .body(containsString("shop_orders_pending"));
    }

    private static String order(String sku, String method) {
        return """
                {"lines": [{"sku": "%s", "quantity": 2}], "paymentMethod": "%s"}""".formatted(sku, method);
    }

    private ValidatableResponse place(String key, String order) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + shop.tokens.token("ann"))
                .header("Idempotency-Key", key)
                .body(order)
                .post("/orders")
                .then();
    }

    private ValidatableResponse get(String id) {
        return given().header("Authorization", "Bearer " + shop.tokens.token("ann"))
                .get("/orders/" + id)
                .then();
    }

    /** The id of the order that a key stands for. */
    private String idOf(String key) {
        var request = new OrderRequest(List.of(), "card");
        return orders.begin("ann", key, request).order().id().toString();
    }

    private static List<String> idsOf(List<Orders.Stored> claimed) {
        return claimed.stream().map(stored -> stored.order().id().toString()).toList();
    }

    private static void problem(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shop:problem:" + type))
                .body("remedy", notNullValue());
    }
}
