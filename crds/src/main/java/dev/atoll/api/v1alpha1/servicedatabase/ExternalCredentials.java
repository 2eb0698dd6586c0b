// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What the owner of a database elsewhere logs in with: a Secret that somebody else looks after. */
@ValidationRule(
        value = """
                !has(self.furtherKeys) || self.furtherKeys.all(key, !(key in ['type', 'provider', 'host', 'port', \
                'database', 'username', 'password', 'uri']))""",
        fieldPath = ".furtherKeys",
        message =
                "must not name what every binding has: type, provider, host, port, database, username, password and uri "
                        + "come from the spec and the Secret anyway; remove it")
public record ExternalCredentials(
        @JsonPropertyDescription("Secret in the same namespace with the keys username and password. When what it holds "
                + "changes, the owner gets that.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Formats.OBJECT_NAME)
        String secretName,

        @JsonPropertyDescription("Further keys of the Secret that the owner gets as files of its Service Binding, for "
                + "example sslmode and sslrootcert.")
        @Size(max = 20)
        List<@Size(min = 1, max = 63) @Pattern("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$") String> furtherKeys) {

    public ExternalCredentials {
        furtherKeys = Defaults.list(furtherKeys);
    }
}
