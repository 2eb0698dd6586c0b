// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client needs to connect to a database.
 *
 * @param host where the server is reached: a name or an IPv4 address
 * @param database its name in the server
 * @param username who logs in
 * @param password any text; it never leaves by {@link #toString}
 */
public record Connection(String host, int port, String database, String username, String password) {
    private static final String UNRESERVED = "-._~";

    /**
     * What a client needs, by the well-known names of the Service Binding specification.
     *
     * @param type the kind of service, which is the scheme of its URIs too
     */
    Map<String, String> binding(String type) {
        var binding = new LinkedHashMap<String, String>();
        binding.put("type", type);
        binding.put("host", host);
        binding.put("port", Integer.toString(port));
        binding.put("database", database);
        binding.put("username", username);
        binding.put("password", password);
        binding.put(
                "uri",
                "%s://%s:%s@%s:%d/%s".formatted(type, encoded(username), encoded(password), host, port, database));
        return binding;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Connection[%s:%d/%s as %s]".formatted(host, port, database, username);
    }

    /** As RFC 3986 (2.1) has it: what is not unreserved stands there by its bytes. */
    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = (unit >= '0' && unit <= '9')
                    || (unit >= 'A' && unit <= 'Z')
                    || (unit >= 'a' && unit <= 'z')
                    || UNRESERVED.indexOf(unit) >= 0;
            encoded.append(isPlain ? String.valueOf((char) unit) : "%%%02X".formatted(unit));
        }
        return encoded.toString();
    }
}
