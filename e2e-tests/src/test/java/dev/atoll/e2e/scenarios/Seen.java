// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

/**
 * What one look at the cluster showed.
 *
 * @param asWanted whether it is what a step waits for
 * @param what it is, in words for who has to find out why it is something else
 */
record Seen(boolean asWanted, String what) {

    static Seen that(boolean asWanted, Object what) {
        return new Seen(asWanted, String.valueOf(what));
    }

    static Seen nothing(String what) {
        return new Seen(false, what);
    }
}
