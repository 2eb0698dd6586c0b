// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last notifications, each event once. */
final class Inbox {
    private final String sender;
    private final Clock clock;
    private final Map<String, Notification> notifications;

    /** @param kept how many notifications are kept; then the oldest are forgotten */
    Inbox(String sender, int kept, Clock clock) {
        this.sender = sender;
        this.clock = clock;
        this.notifications = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Notification> eldest) {
                return size() > kept;
            }
        };
    }

    /** Takes note of an event; says whether it was new. */
    synchronized boolean add(Event event) {
        var notification =
                new Notification(event.id(), clock.instant(), sender, event.customer(), event.kind(), event.text());
        return notifications.putIfAbsent(event.id(), notification) == null;
    }

    /** The newest first. */
    synchronized List<Notification> newest(int limit) {
        return new ArrayList<>(notifications.values())
                .reversed().stream().limit(limit).toList();
    }

    /** The newest of one customer first. */
    synchronized List<Notification> newestOf(String customer, int limit) {
        return new ArrayList<>(notifications.values())
                .reversed().stream()
                        .filter(notification -> notification.customer().equals(customer))
                        .limit(limit)
                        .toList();
    }
}
