// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.line;

import dev.atoll.operator.line.Applied.Blocked;
import dev.atoll.operator.meta.SecretFacts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a custom resource is to become.
 *
 * @param once created first, in this order, where they are missing, and never changed as a whole afterwards. The others
 *     live on them (the credentials, the data), so where one is refused nothing after it is applied
 * @param objects applied in this order and kept so; equal content in every reconcile
 * @param amendments laid over objects of {@code once}
 * @param replacements Secrets that get new content
 * @param isChain whether an object is applied only if all before it were, so that what protects something is there first
 * @param expired objects that are to be deleted, each as it was seen and no other
 * @param prunable the kinds of which the resource's other children are deleted; never a kind that holds data
 */
public record Desired(
        List<Once> once,
        List<HasMetadata> objects,
        List<Amendment> amendments,
        boolean isChain,
        List<Class<? extends HasMetadata>> prunable,
        List<? extends HasMetadata> expired,
        List<Replacement> replacements) {
    private static final Desired UNTOUCHED = new Desired(List.of(), List.of(), List.of());

    public Desired {
        once = List.copyOf(once);
        objects = List.copyOf(objects);
        amendments = List.copyOf(amendments);
        prunable = List.copyOf(prunable);
        expired = List.copyOf(expired);
        replacements = List.copyOf(replacements);
    }

    /** With objects that do not depend on each other. */
    public Desired(
            List<Once> once,
            List<HasMetadata> objects,
            List<Amendment> amendments,
            List<Class<? extends HasMetadata>> prunable) {
        this(once, objects, amendments, false, prunable, List.of(), List.of());
    }

    /** With objects whose time is over. */
    public Desired(
            List<Once> once,
            List<HasMetadata> objects,
            List<Amendment> amendments,
            List<Class<? extends HasMetadata>> prunable,
            List<? extends HasMetadata> expired) {
        this(once, objects, amendments, false, prunable, expired, List.of());
    }

    /** Without anything to amend. */
    public Desired(List<HasMetadata> objects, List<Once> once, List<Class<? extends HasMetadata>> prunable) {
        this(once, objects, List.of(), prunable);
    }

    /** Each object only after those before it. */
    public static Desired chain(List<HasMetadata> objects, List<Class<? extends HasMetadata>> prunable) {
        return new Desired(List.of(), objects, List.of(), true, prunable, List.of(), List.of());
    }

    /** The same, with Secrets that get new content. */
    public Desired with(List<Replacement> secrets) {
        return new Desired(once, objects, amendments, isChain, prunable, expired, secrets);
    }

    /** Everything stays as it is in the cluster. */
    public static Desired untouched() {
        return UNTOUCHED;
    }

    /**
     * An object whose content is made up when it is created, such as a password, or comes to hold what cannot be made
     * again, such as a volume.
     *
     * @param kind its class
     * @param namespace its namespace
     * @param name its name
     * @param content makes the object, its metadata included; called only when the object seems to be missing
     * @param lost what to report when it is missing though it must be there; empty where a new one will do
     * @param derivation for a Secret that is made from another one: what it holds is that instead of what {@code content} gives
     */
    public record Once(
            Class<? extends HasMetadata> kind,
            String namespace,
            String name,
            Supplier<? extends HasMetadata> content,
            Optional<Blocked> lost,
            Optional<Derivation> derivation) {

        /** An object that is made from nothing else. */
        public Once(
                Class<? extends HasMetadata> kind,
                String namespace,
                String name,
                Supplier<? extends HasMetadata> content,
                Optional<Blocked> lost) {
            this(kind, namespace, name, content, lost, Optional.empty());
        }
    }

    /**
     * Some fields of an object, laid over it where it exists and belongs to the resource. It is never created by that, and
     * its other fields are never touched.
     *
     * @param object name, namespace and the fields in question; with a UID, it is laid over that very object alone
     * @param part tells amendments of one object apart: fields of an earlier amendment of the same part that this one
     *     leaves out are removed
     * @param remedy what to do when the API server refuses it
     */
    public record Amendment(HasMetadata object, Part part, String remedy) {}

    /**
     * New content for a Secret, written once: whoever decides on it looks whether it is there by the annotations that come with
     * it.
     *
     * @param secret the Secret without content
     * @param seen what was there when that was decided: it is written only over that; empty to create it
     */
    public record Replacement(Secret secret, Optional<Secret> seen, Content content) {}

    /** Where the content of a Secret comes from. */
    public sealed interface Content {
        /** It is made up at the moment of the write, encoded as a Secret's data is. */
        record Made(Supplier<Map<String, String>> data) implements Content {}

        /** It is what another Secret holds. */
        record CopyOf(Secret seen) implements Content {}

        /**
         * It is made from what another Secret holds, unless that is in use already.
         *
         * @param inUse the Secret that may have been made from the same, as it was seen
         * @param isSame tells so by what would be written and what is in use, both encoded as a Secret's data is
         * @param note some metadata of {@code inUse}, written instead where it is the same
         */
        record Derived(
                Derivation derivation,
                Secret inUse,
                BiPredicate<Map<String, String>, Map<String, String>> isSame,
                Secret note)
                implements Content {}
    }

    /**
     * What a Secret gets from another one in its namespace, which somebody else looks after. What that holds goes through as it
     * is at the moment of the write.
     *
     * @param source the name of that Secret
     * @param isFit whether it is of use
     * @param form makes what is written from what it holds, both encoded as a Secret's data is
     */
    public record Derivation(String source, Predicate<SecretFacts> isFit, UnaryOperator<Map<String, String>> form) {}

    /** What an amendment is about. */
    public enum Part {
        /** Annotations and the owner. */
        METADATA,
        /** The size of a volume. */
        SIZE,
        /** Which resource it belongs to, where that changes. */
        BELONGING
    }
}
