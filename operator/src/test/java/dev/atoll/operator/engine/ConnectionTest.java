// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final Connection connection =
            new Connection("db.example.com", 5433, "orders", "orders@server", "a/b:c@d?e#f%g ü");

    @Test
    void whateverAPasswordHasStandsForItselfInTheUri() {
        var uri = URI.create(connection.binding("postgresql").get("uri"));

        assertThat(uri.getHost()).isEqualTo("db.example.com");
        assertThat(uri.getPort()).isEqualTo(5433);
        assertThat(uri.getPath()).isEqualTo("/orders");
        assertThat(uri.getRawUserInfo()).isEqualTo("orders%40server:a%2Fb%3Ac%40d%3Fe%23f%25g%20%C3%BC");
        assertThat(uri.getUserInfo()).isEqualTo("orders@server:a/b:c@d?e#f%g ü");
    }

    @Test
    void thePasswordStaysInsideOtherwise() {
        assertThat(connection.binding("postgresql")).containsEntry("password", "a/b:c@d?e#f%g ü");
        assertThat(connection).asString().doesNotContain("a/b").contains("db.example.com:5433/orders");
    }
}
