// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What kind of text an entry of a Secret is: all that is known of what it holds. */
public enum SecretText {
    /** At most 128 of those characters that stand for themselves everywhere (RFC 3986, 2.3): letters, digits and {@code -._~}. */
    PLAIN,
    /** Text of one line: no control characters, no line break at its end either. */
    LINE,
    /** Anything else. */
    OTHER;

    private static final int LONGEST_PLAIN = 128;
    private static final String MARKS = "-._~";

    /** Judges what is not empty. */
    static SecretText of(byte[] content) {
        if (content.length <= LONGEST_PLAIN && isUnreserved(content)) {
            return PLAIN;
        }
        return decoded(content)
                .filter(text -> text.codePoints().noneMatch(SecretText::breaksLines))
                .map(text -> LINE)
                .orElse(OTHER);
    }

    private static boolean isUnreserved(byte[] content) {
        for (byte unit : content) {
            boolean isPlain = (unit >= '0' && unit <= '9')
                    || (unit >= 'A' && unit <= 'Z')
                    || (unit >= 'a' && unit <= 'z')
                    || MARKS.indexOf(unit) >= 0;
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean breaksLines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
