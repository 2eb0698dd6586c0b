// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/**
 * The hosts that a DNS name stands for: itself, or with an asterisk as its first label those below it. Of two patterns with
 * a host in common, one always covers the other.
 *
 * @param text lower case, as a route, a listener or a grant writes it
 * @param isDeep whether the asterisk stands for one label or more, as in the Gateway API, instead of exactly one, as in an
 *     Ingress
 */
public record HostPattern(String text, boolean isDeep) {
    private static final String ASTERISK = "*";

    /** Whether every host of the other one is one of these. */
    public boolean covers(HostPattern other) {
        if (!isWildcard()) {
            return text.equals(other.text);
        }
        var below = text.substring(ASTERISK.length());
        if (!other.text.endsWith(below) || other.text.length() == below.length()) {
            return false;
        }
        var rest = other.text.substring(0, other.text.length() - below.length());
        return isDeep || (rest.equals(ASTERISK) ? !other.isDeep : !rest.contains("."));
    }

    /** Whether there is a host that both stand for. */
    public boolean meets(HostPattern other) {
        return covers(other) || other.covers(this);
    }

    /** The hosts that both stand for; only for patterns that meet. */
    public HostPattern common(HostPattern other) {
        return covers(other) ? other : this;
    }

    private boolean isWildcard() {
        return text.startsWith(ASTERISK);
    }
}
