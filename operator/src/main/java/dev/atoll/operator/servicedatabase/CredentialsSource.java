// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

import dev.atoll.api.v1alpha1.servicedatabase.External;
import dev.atoll.api.v1alpha1.servicedatabase.ServiceDatabaseSpec;
import dev.atoll.operator.meta.KnownSecrets;
import dev.atoll.operator.meta.SecretFacts;
import dev.atoll.operator.meta.SecretText;
import dev.atoll.operator.status.Reason;
import dev.atoll.operator.status.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Secret of the user's from which the owner's credentials are made.
 *
 * @param field the field that names it
 * @param name its name
 * @param keys what has to be in it, and what is wrong with a text that cannot be used; in the order of messages
 */
public record CredentialsSource(String field, String name, Map<String, Need> keys) {
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";

    /** What an entry has to be. */
    public enum Need {
        /** Text of one line: it becomes a variable, and a file that nobody takes a line break from. */
        LINE("what is not text of one line; write it without a line break, also at its end"),
        /** A password that needs no quotes in a server's own language. */
        PLAIN(
                "other characters than letters, digits, '-', '.', '_' and '~', or more than 128; write another password there"),
        /** Any content: a file such as a certificate. */
        ANYTHING("");

        private final String problem;

        Need(String problem) {
            this.problem = problem;
        }

        private boolean isMetBy(SecretText text) {
            return switch (this) {
                case PLAIN -> text == SecretText.PLAIN;
                case LINE -> text != SecretText.OTHER;
                case ANYTHING -> true;
            };
        }
    }

    /** That of a spec, where it names one. */
    static Optional<CredentialsSource> of(ServiceDatabaseSpec spec) {
        return Optional.ofNullable(spec.external())
                .map(CredentialsSource::of)
                .or(() -> Optional.ofNullable(spec.credentials().secretName()).map(CredentialsSource::ofPassword));
    }

    /** That of a database elsewhere. */
    static CredentialsSource of(External external) {
        var keys = new LinkedHashMap<String, Need>();
        if (external.username() == null) {
            keys.put(USERNAME, Need.LINE);
        }
        keys.put(PASSWORD, Need.LINE);
        external.credentials().furtherKeys().forEach(key -> keys.put(key, Need.ANYTHING));
        return new CredentialsSource(
                "spec.external.credentials.secretName", external.credentials().secretName(), keys);
    }

    private static CredentialsSource ofPassword(String secret) {
        return new CredentialsSource("spec.credentials.secretName", secret, Map.of(PASSWORD, Need.PLAIN));
    }

    /** What keeps it from being used, all at once. */
    List<Violation> problems(KnownSecrets known) {
        if (known.isMissing(name)) {
            return List.of(new Violation(
                    Reason.SecretNotFound,
                    field,
                    "Secret %s does not exist in this namespace; create it with the keys %s"
                            .formatted(name, String.join(", ", keys.keySet()))));
        }
        return known.get(name).stream().flatMap(this::problems).toList();
    }

    /** Whether a Secret can be used. */
    public boolean isFit(SecretFacts facts) {
        return problems(facts).findAny().isEmpty();
    }

    /** The version of it that can be used; empty where there is none. */
    Optional<String> version(KnownSecrets known) {
        return known.get(name)
                .filter(this::isFit)
                .map(SecretFacts::version)
                // Manifests without Secrets say nothing of them.
                .or(() -> known.isComplete() ? Optional.empty() : Optional.of(""));
    }

    private Stream<Violation> problems(SecretFacts facts) {
        if (facts.isAtolls()) {
            return Stream.of(new Violation(
                    Reason.NotAuthorized,
                    field,
                    "Secret %s is one that Atoll makes for somebody else; name one of your own".formatted(name)));
        }
        var problems = new ArrayList<Violation>();
        keys.forEach((key, need) -> problem(facts, key, need)
                .map(text -> new Violation(Reason.SecretInvalid, field, "Secret %s has %s".formatted(name, text)))
                .ifPresent(problems::add));
        return problems.stream();
    }

    private static Optional<String> problem(SecretFacts facts, String key, Need need) {
        var text = facts.entries().get(key);
        if (text == null) {
            return Optional.of("nothing under %s; put it there".formatted(key));
        }
        return need.isMetBy(text) ? Optional.empty() : Optional.of("under %s %s".formatted(key, need.problem));
    }
}
