// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox("shop@example.com", 2, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void takesAnEventOnce() {
        assertThat(inbox.add(event("1", "ann"))).isTrue();
        assertThat(inbox.add(event("1", "ann"))).isFalse();

        assertThat(inbox.newest(10))
                .containsExactly(
                        new Notification("1", Instant.EPOCH, "shop@example.com", "ann", "OrderPlaced", "text of 1"));
    }

    @Test
    void showsTheNewestFirstAndForgetsTheOldest() {
        inbox.add(event("1", "ann"));
        inbox.add(event("2", "ann"));
        inbox.add(event("3", "bob"));

        assertThat(inbox.newest(10)).extracting(Notification::id).containsExactly("3", "2");
        assertThat(inbox.newest(1)).extracting(Notification::id).containsExactly("3");
    }

    @Test
    void showsACustomerOnlyTheirOwn() {
        inbox.add(event("1", "ann"));
        inbox.add(event("2", "bob"));

        assertThat(inbox.newestOf("ann", 10)).extracting(Notification::id).containsExactly("1");
    }

    private static Event event(String id, String customer) {
        return new Event(id, "OrderPlaced", customer, "text of " + id);
    }
}
