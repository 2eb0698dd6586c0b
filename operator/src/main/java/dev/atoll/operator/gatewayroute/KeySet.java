// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A set of public keys (JWKS, RFC 7517) in a route. A gateway that cannot read one may stop taking anything new for all
 * routes of its listener, so it gets none that has a fault.
 */
final class KeySet {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST_MODULUS = 2048;
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private KeySet() {}

    /** What is wrong with it, as the end of a sentence with the remedy; empty for nothing. */
    static Optional<String> problem(String text) {
        JsonNode set;
        try {
            set = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.of("is not JSON; paste the issuer's key set as it is served");
        }
        if (!(set.get("keys") instanceof ArrayNode keys) || keys.isEmpty()) {
            return Optional.of("has no keys; write {\"keys\": [...]} with the issuer's public keys");
        }
        for (int i = 0; i < keys.size(); i++) {
            var problem = ofKey(keys.get(i));
            if (problem.isPresent()) {
                return Optional.of("keys[%d] %s".formatted(i, problem.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofKey(JsonNode key) {
        if (key.has("d") || key.has("k")) {
            return Optional.of("holds a secret; take it out of use, and write the public key only");
        }
        return switch (key.path("kty").asText()) {
            case "RSA" -> isRsa(key) ? Optional.empty() : Optional.of("""
                    is no RSA key of %d bits or more; correct n and e""".formatted(SHORTEST_MODULUS));
            case "EC" ->
                isOnCurve(key)
                        ? Optional.empty()
                        : Optional.of("is no point of its curve (P-256, P-384 or P-521); correct crv, x and y");
            default -> Optional.of("is neither of kty RSA nor EC; remove it, or use jwksUri");
        };
    }

    private static boolean isRsa(JsonNode key) {
        return number(key, "n").filter(n -> n.bitLength() >= SHORTEST_MODULUS).isPresent()
                && number(key, "e")
                        .filter(e -> e.testBit(0) && e.bitLength() > 1)
                        .isPresent();
    }

    /** y² = x³ + ax + b. */
    private static boolean isOnCurve(JsonNode key) {
        var curve = Optional.ofNullable(CURVES.get(key.path("crv").asText())).map(KeySet::curve);
        var x = number(key, "x");
        var y = number(key, "y");
        if (curve.isEmpty() || x.isEmpty() || y.isEmpty()) {
            return false;
        }
        var equation = curve.get().getCurve();
        var prime = ((ECFieldFp) equation.getField()).getP();
        var right = x.get().pow(3).add(equation.getA().multiply(x.get())).add(equation.getB());
        return x.get().compareTo(prime) < 0
                && y.get().compareTo(prime) < 0
                && y.get().pow(2).subtract(right).mod(prime).signum() == 0;
    }

    private static ECParameterSpec curve(String name) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private static Optional<BigInteger> number(JsonNode key, String name) {
        try {
            var bytes = Base64.getUrlDecoder().decode(key.path(name).asText());
            return bytes.length == 0 ? Optional.empty() : Optional.of(new BigInteger(1, bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
