// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.notifications;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only inbox of this process, as the configuration says. */
class InboxProducer {
    @Produces
    @Singleton
    Inbox inbox(
            @ConfigProperty(name = "notifications.sender") String sender,
            @ConfigProperty(name = "notifications.kept") int kept) {
        return new Inbox(sender, kept, Clock.systemUTC());
    }
}
