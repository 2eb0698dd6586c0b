// SPDX-License-Identifier: Apache-2.0
package dev.atoll.shop.accounts;

import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/** The keys that tokens are signed with. */
interface Keys {
    /** The one that signs now. */
    PublicJsonWebKey current();

    /** One that signed a token that may still be valid. */
    Optional<PublicJsonWebKey> find(String id);

    /** All of these, to be published. */
    List<PublicJsonWebKey> published();
}
