// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows redirects through the gateway of the run, as a browser does, and keeps what each host has it keep. It pays no
 * regard to the paths of cookies, nor to whether they are for TLS only: the tests call without.
 */
final class Browser {
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** What it ends at. */
    GatewayAnswer open(String host, String path) {
        var next = new Wanted("GET", host, path, List.of(), false, Wanted.Body.NONE);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var answer = GatewayRun.current().client().send(next);
            keep(next.host(), answer);
            var locations = answer.lines("Location");
            if (answer.status() / 100 != 3 || locations.isEmpty()) {
                return answer;
            }
            next = request(next, URI.create(locations.getFirst()));
        }
        throw new IllegalStateException(host + path + " leads from one URL to the next for ever, lately to " + next);
    }

    /** What it sends to a host as its cookies. */
    String cookies(String host) {
        return cookies.getOrDefault(host, Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Wanted request(Wanted last, URI location) {
        var to = location.isAbsolute() ? own(location.getHost()) : last.host();
        var path = location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
        var kept = cookies(to);
        return new Wanted(
                "GET", to, path, kept.isEmpty() ? List.of() : List.of("Cookie: " + kept), false, Wanted.Body.NONE);
    }

    /** A host of a manifest is another one at each gateway; one that the gateway itself writes is that already. */
    private static String own(String host) {
        var gateway = GatewayRun.current().gateway();
        return host.endsWith("." + gateway.domain()) ? host : gateway.own(host);
    }

    private void keep(String host, GatewayAnswer answer) {
        for (String line : answer.lines("Set-Cookie")) {
            String[] parts = line.split(";", 2);
            String[] cookie = parts[0].split("=", 2);
            String rest = parts.length == 1 ? "" : parts[1].toLowerCase(Locale.ROOT);
            var kept = cookies.computeIfAbsent(host, any -> new TreeMap<>());
            if (rest.contains("max-age=0") || rest.contains("1970")) {
                kept.remove(cookie[0]);
            } else {
                kept.put(cookie[0], cookie[1]);
            }
        }
    }
}
