// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as deep as the API server takes it, and of what is nested deeper than any object of Kubernetes only that it
 * is there: such objects and lists appear empty.
 *
 * <p>Where a CRD leaves the content open, as for {@code spec.podTemplate}, a user can nest it thousands of levels deep.
 * Jackson would refuse to read that and end the watch of the whole kind; had it read it, the recursions behind it would
 * run out of stack. What is cut off would be refused in any child, since no type has room for it.
 */
public final class ShallowJson extends JsonFactory {
    private static final long serialVersionUID = 1;

    /** Levels that are read. The deepest types of Kubernetes stay below twenty. */
    static final int DEPTH = 100;

    /** Twice as deep as the API server reads itself. */
    private static final int ACCEPTED = 20_000;

    public ShallowJson() {
        setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(ACCEPTED).build());
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        return new Shallow(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
        return new Shallow(super._createParser(reader, context));
    }

    @Override
    protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
            throws IOException {
        return new Shallow(super._createParser(data, offset, length, context, recyclable));
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return new Shallow(super._createParser(data, offset, length, context));
    }

    /** Goes from the beginning of a too deep object or list right to its end. */
    private static final class Shallow extends JsonParserDelegate {
        Shallow(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            boolean isDeep = depth() >= DEPTH;
            var token = delegate.nextToken();
            while (isDeep && token != null && depth() >= DEPTH) {
                token = delegate.nextToken();
            }
            return token;
        }

        @Override
        public @Nullable JsonToken nextValue() throws IOException {
            var token = nextToken();
            return token == JsonToken.FIELD_NAME ? nextToken() : token;
        }

        private int depth() {
            return delegate.getParsingContext().getNestingDepth();
        }
    }
}
