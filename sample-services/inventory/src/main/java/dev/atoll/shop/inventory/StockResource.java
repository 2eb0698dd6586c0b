// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Sets what is in stock, for those who run the shop: no route of the gateway leads here. */
@Path("/stock")
public class StockResource {
    private final Stock stock;

    StockResource(Stock stock) {
        this.stock = stock;
    }

    @PUT
    @Path("/{sku}")
    public Response put(@PathParam("sku") String sku, @Nullable Item item) {
        if (item == null || !item.withSku(sku).valid()) {
            return new Problem(400, "item-invalid", "The item is not valid.")
                    .remedy("Send name, a positive price in minor units, currency like EUR, and available, 0 or more; "
                            + "the sku in the path is 1 to 60 of a-z, 0-9 and '-'.");
        }
        stock.put(item.withSku(sku));
        return Response.ok(item.withSku(sku)).build();
    }
}
