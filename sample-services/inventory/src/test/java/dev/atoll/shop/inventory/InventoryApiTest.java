// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.atoll.shop.inventory.v1.InventoryGrpc;
import dev.atoll.shop.inventory.v1.InventoryGrpc.InventoryBlockingStub;
import dev.atoll.shop.inventory.v1.Line;
import dev.atoll.shop.inventory.v1.Refused.Reason;
import dev.atoll.shop.inventory.v1.ReleaseRequest;
import dev.atoll.shop.inventory.v1.ReserveRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as its callers see it, over REST and gRPC. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class InventoryApiTest {
    private ManagedChannel channel;
    private InventoryBlockingStub inventory;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                .usePlaintext()
                .build();
        inventory = InventoryGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void listsTheFirstGoods() {
        given().get("/catalogue").then().statusCode(200).body("sku", hasItems("hammock", "lantern", "snorkel"));
    }

    @Test
    void showsTheStockGoingDownAndUpAgain() {
        put("compass", item("1500", "5")).statusCode(200);

        var reserved = inventory.reserve(reservation("r-1", "compass", 2));
        assertThat(reserved.getReserved().getTotal()).isEqualTo(3000);
        assertThat(reserved.getReserved().getCurrency()).isEqualTo("EUR");
        given().get("/catalogue/compass").then().statusCode(200).body("available", equalTo(3));

        var released = inventory.release(
                ReleaseRequest.newBuilder().setReservationId("r-1").build());
        assertThat(released).isNotNull();
        given().get("/catalogue/compass").then().statusCode(200).body("available", equalTo(5));
    }

    @Test
    void refusesWhatIsNotInStockWithItsReason() {
        put("whistle", item("500", "1")).statusCode(200);

        var refused = inventory.reserve(reservation("r-2", "whistle", 2)).getRefused();

        assertThat(refused.getReason()).isEqualTo(Reason.OUT_OF_STOCK);
        assertThat(refused.getMessage()).contains("whistle", "1", "2");
    }

    @Test
    void answersAWrongCallAsOneThatIsNotToBeRepeated() {
        assertThatThrownBy(() -> inventory.reserve(reservation("", "lantern", 1)))
                .hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> inventory.reserve(reservation("r-3", "lantern", 0)))
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void answersErrorsAsProblems() {
        problem(given().get("/catalogue/no-such-item").then(), 404, "item-unknown");
        problem(put("compass", item("-1", "5")), 400, "item-invalid");
        problem(put("compass", item("{}", "5")), 400, "body-unreadable");
    }

    @Test
    void isLiveAndReadyWithItsDatabaseAndCountsReservations() {
        inventory.reserve(reservation("r-counted", "lantern", 1));

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body(containsString("Database connections"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shop_reservations_total{result=\"reserved\"}"));
    }

    private static ReserveRequest reservation(String id, String sku, int quantity) {
        return ReserveRequest.newBuilder()
                .setReservationId(id)
                .addLines(Line.newBuilder().setSku(sku).setQuantity(quantity))
                .build();
    }

    private static String item(String price, String available) {
        return """
                {"name": "Test item", "price": %s, "currency": "EUR", "available": %s}""".formatted(price, available);
    }

    private static ValidatableResponse put(String sku, String item) {
        return given().contentType(ContentType.JSON)
                .body(item)
                .put("/stock/" + sku)
                .then();
    }

    private static void problem(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:shop:problem:" + type))
                .body("remedy", notNullValue());
    }
}
