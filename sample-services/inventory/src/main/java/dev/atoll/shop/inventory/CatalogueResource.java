// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.inventory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What can be bought, for everybody. */
@Path("/catalogue")
public class CatalogueResource {
    private final Stock stock;

    CatalogueResource(Stock stock) {
        this.stock = stock;
    }

    @GET
    public List<Item> items() {
        return stock.items();
    }

    @GET
    @Path("/{sku}")
    public Response item(@PathParam("sku") String sku) {
        return stock.item(sku)
                .map(item -> Response.ok(item).build())
                .orElseGet(() -> new Problem(404, "item-unknown", "There is no item " + sku + ".")
                        .remedy("GET /catalogue lists what there is."));
    }
}
