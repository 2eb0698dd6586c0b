// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.orders;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders over REST, for customers who are signed in at accounts. */
@Path("/orders")
public class OrderResource {
    private static final int LONGEST = 200;

    private final Customers customers;
    private final Orders orders;
    private final OrderProcess process;

    OrderResource(Customers customers, Orders orders, OrderProcess process) {
        this.customers = customers;
        this.orders = orders;
        this.process = process;
    }

    /** The same key and request always mean the same order. */
    @POST
    public Response place(
            @HeaderParam("Authorization") @DefaultValue("") String authorization,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            @Nullable OrderRequest request) {
        var customer = customers.of(authorization);
        if (customer.isEmpty()) {
            return signInFirst();
        }
        if (missing(key)) {
            return new Problem(400, "key-missing", "There is no Idempotency-Key of 1 to 200 characters.")
                    .remedy("Send one that is the same for every try of this order, such as a UUID.");
        }
        if (request == null || !request.valid()) {
            return new Problem(400, "order-invalid", "The order is not valid.")
                    .remedy("Send 1 to 50 lines, each with a sku of the catalogue and a quantity of 1 to 1000.");
        }
        var stored = orders.begin(customer.get(), key, request);
        if (!stored.request().equals(request)) {
            return new Problem(422, "key-reused", "This Idempotency-Key came before with another order.")
                    .remedy("Use a new key for a new order, or repeat the first one unchanged.");
        }
        return answer(process.advance(stored));
    }

    @GET
    public Response orders(@HeaderParam("Authorization") @DefaultValue("") String authorization) {
        return customers
                .of(authorization)
                .map(customer -> Response.ok(orders.newestOf(customer)).build())
                .orElseGet(OrderResource::signInFirst);
    }

    @GET
    @Path("/{id}")
    public Response order(
            @HeaderParam("Authorization") @DefaultValue("") String authorization, @PathParam("id") String id) {
        var customer = customers.of(authorization);
        if (customer.isEmpty()) {
            return signInFirst();
        }
        return parse(id)
                .flatMap(known -> orders.find(customer.get(), known))
                .map(order -> Response.ok(order).build())
                .orElseGet(() -> new Problem(404, "order-unknown", "You have no order with this id.")
                        .remedy("GET /orders lists your orders."));
    }

    private static Response answer(Order order) {
        return switch (order.state()) {
            case PLACED ->
                Response.status(201)
                        .header("Location", "/orders/" + order.id())
                        .entity(order)
                        .build();
            case PENDING ->
                new Problem(503, "order-pending", Texts.of(order))
                        .remedy("Nothing is lost: send it again with the same Idempotency-Key, or GET /orders/"
                                + order.id() + " in a while.");
            case REJECTED -> rejection(order);
        };
    }

    private static Response rejection(Order order) {
        var text = Texts.of(order);
        return switch (order.reason()) {
            case PAYMENT_DECLINED ->
                new Problem(402, "payment-declined", text)
                        .remedy("Order again with another payment method and a new Idempotency-Key.");
            case PAYMENT_UNAVAILABLE ->
                new Problem(503, "payment-unavailable", text)
                        .remedy("Nothing was charged: order again later, with a new Idempotency-Key.");
            case GOODS_REFUSED, NONE ->
                new Problem(409, "goods-refused", text)
                        .remedy("Look at the catalogue, and order what there is with a new Idempotency-Key.");
        };
    }

    private static Response signInFirst() {
        var problem = new Problem(401, "not-signed-in", "There is no valid token.")
                .remedy("Log in with POST /accounts/login and send 'Authorization: Bearer <token>'.");
        return Response.fromResponse(problem)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private static boolean missing(String header) {
        return header.isBlank() || header.length() > LONGEST;
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
