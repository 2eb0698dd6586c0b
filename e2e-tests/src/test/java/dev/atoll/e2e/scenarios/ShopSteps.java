// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.Manifests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sample shop, and a customer of it who repeats what did not come through, as the shop allows. */
public final class ShopSteps {
    private static final String PASSWORD = "swing low, sweet hammock";

    private final Scene scene;
    private final String email = "ada-" + UUID.randomUUID() + "@example.com";
    private @Nullable Shop shop;
    private @Nullable String token;
    private int stock;

    /** Called by Cucumber. */
    public ShopSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the images of the sample shop")
    public void theImages() {
        scene.cluster().images().load(SampleShop.IMAGES.toArray(String[]::new));
    }

    @When("the sample shop is applied for {string}")
    public void isApplied(String host) {
        SampleShop.manifests(host).forEach(yaml -> Manifests.apply(scene.namespace(), yaml));
        shop = new Shop(scene.cluster().kind().gateway(), host);
        scene.somethingChanges();
    }

    @Given("a customer has signed up and logged in")
    public void hasSignedUp() {
        var account = Map.of("email", email, "name", "Ada", "password", PASSWORD);
        scene.waitUntil("the customer has signed up", () -> {
            var answer = shop().post("/accounts", account);
            return Seen.that(answer.status() == 201 || answer.isProblem("account-exists"), answer);
        });
        scene.waitUntil("the customer has logged in", () -> {
            var answer = shop().post("/accounts/login", Map.of("email", email, "password", PASSWORD));
            token = answer.status() == 200 ? String.valueOf(answer.object().get("token")) : null;
            return Seen.that(token != null, answer.status());
        });
    }

    @Then("nobody can order without being signed in")
    public void nobodyCanOrder() {
        scene.waitUntil("an order of nobody is refused", () -> {
            var answer = shop().post("/orders", order("hammock", 1, "card"), "Idempotency-Key", email);
            return Seen.that(answer.isProblem("not-signed-in"), answer);
        });
    }

    @When("a partner reserves {int} of {string} by gRPC")
    public void reserves(int quantity, String sku) {
        var message = ReserveCall.request(UUID.randomUUID().toString(), sku, quantity);
        scene.waitUntil("the goods are reserved", () -> {
            var call = reserve("--authorization", bearer(), "--message", message);
            return Seen.that(call.succeeded() && ReserveCall.isReserved(call.output()), call);
        });
    }

    @Then("nobody can reserve by gRPC without being signed in")
    public void nobodyCanReserve() {
        var message = ReserveCall.request(UUID.randomUUID().toString(), "hammock", 1);
        scene.waitUntil("a call of nobody is refused", () -> {
            var call = reserve("--message", message);
            return Seen.that(!call.succeeded() && call.errors().contains("401"), call);
        });
    }

    @Given("the stock of {string} is remembered")
    public void theStockIsRemembered(String sku) {
        scene.waitUntil("the catalogue has " + sku, () -> {
            stock = stockOf(sku);
            return Seen.that(stock > 0, stock);
        });
    }

    @When("the customer orders {int} of {string}")
    public void orders(int quantity, String sku) {
        orders(quantity, sku, "card", "201");
    }

    @When("the customer orders {int} of {string}, but the payment is declined")
    public void ordersInVain(int quantity, String sku) {
        orders(quantity, sku, "card-declined", "payment-declined");
    }

    @Then("the customer's last order is {word}")
    public void theLastOrderIs(String state) {
        scene.waitUntil("the customer's last order is " + state, () -> {
            var last = lastOrder();
            return Seen.that(state.equals(last.get("state")), last);
        });
    }

    @Then("the stock of {string} is {int} less")
    public void theStockIsLess(String sku, int less) {
        scene.waitUntil("the stock of " + sku + " is " + (stock - less), () -> {
            int now = stockOf(sku);
            return Seen.that(now == stock - less, now);
        });
    }

    @Then("notifications has heard that the customer's last order is {word}")
    public void notificationsHasHeard(String state) {
        var event = lastOrder().get("id") + "-Order" + state.charAt(0)
                + state.substring(1).toLowerCase(Locale.ROOT);
        var caller = new Caller(scene);
        scene.waitUntil(
                "notifications has heard of " + event, () -> caller.get("notifications:8080/notifications", event));
    }

    private void orders(int quantity, String sku, String method, String wanted) {
        var order = order(sku, quantity, method);
        var keys = new Keys();
        scene.waitUntil("the order is answered by " + wanted, () -> {
            var answer = shop().post("/orders", order, "Authorization", bearer(), "Idempotency-Key", keys.current);
            if (answer.isProblem("payment-unavailable")) {
                // A busy machine: nothing was charged, and it is over.
                keys.next();
            }
            return Seen.that(String.valueOf(answer.status()).equals(wanted) || answer.isProblem(wanted), answer);
        });
    }

    /** What makes an order this one, however often it is sent. */
    private static final class Keys {
        private String current = UUID.randomUUID().toString();

        void next() {
            current = UUID.randomUUID().toString();
        }
    }

    /** From inside the cluster, where the gateway speaks HTTP/2 without TLS. */
    private Shell.Result reserve(String... options) {
        var arguments = Stream.of(
                        Stream.of("call", "--host", SampleShop.grpcHost(shop().host())),
                        Stream.of(options),
                        Stream.of("http://traefik.traefik" + ReserveCall.PATH))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return new Caller(scene).run("shop", arguments);
    }

    private Map<String, Object> lastOrder() {
        return shop().get("/orders", "Authorization", bearer()).objects().getFirst();
    }

    private int stockOf(String sku) {
        return shop().get("/catalogue").objects().stream()
                .filter(item -> sku.equals(item.get("sku")))
                .map(item -> (Integer) item.get("available"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> order(String sku, int quantity, String method) {
        return Map.of("lines", List.of(Map.of("sku", sku, "quantity", quantity)), "paymentMethod", method);
    }

    private Shop shop() {
        return Objects.requireNonNull(shop, "the sample shop was not applied");
    }

    private String bearer() {
        return "Bearer " + Objects.requireNonNull(token, "the customer has not logged in");
    }
}
