// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as kubectl reads it: that of YAML 1.1, where {@code yes} is true and {@code 0644} is octal, but without dates and
 * numbers to the base of 60. What is written means the same to readers of either version.
 */
public final class KubernetesYaml {
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private KubernetesYaml() {}

    /**
     * Every object of a file; those of a List one by one.
     *
     * @param source the file's name, for messages
     * @throws IOException with a message for the user, when the text is not YAML
     */
    public static List<Document> read(Reader text, String source) throws IOException {
        var documents = new ArrayList<Document>();
        try {
            for (var content : yaml().loadAll(text)) {
                if (content instanceof Map<?, ?>) {
                    add(MAPPER.convertValue(content, ObjectNode.class), source, documents);
                } else if (content != null) {
                    throw new IOException("%s holds something that is not an object".formatted(source));
                }
            }
        } catch (YAMLException e) {
            throw new IOException("%s is not valid YAML: %s".formatted(source, e.getMessage()), e);
        }
        return documents;
    }

    /**
     * Every object of a file in JSON.
     *
     * @param source the file's name, for messages
     * @throws IOException with a message for the user, when the text is not JSON
     */
    static List<Document> readJson(String text, String source) throws IOException {
        var documents = new ArrayList<Document>();
        try (var objects = MAPPER.readerFor(ObjectNode.class).<ObjectNode>readValues(text)) {
            objects.readAll().forEach(content -> add(content, source, documents));
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not valid JSON: %s".formatted(source, e.getMessage()), e);
        }
        return documents;
    }

    /** One object in block style. */
    public static String write(ObjectNode object) {
        return yaml().dump(MAPPER.convertValue(object, Map.class));
    }

    private static void add(ObjectNode content, String source, List<Document> documents) {
        var document = new Document(content, source);
        if (document.kind().endsWith("List") && content.path("items").isArray()) {
            content.path("items").forEach(item -> {
                if (item instanceof ObjectNode object) {
                    add(object, source, documents);
                }
            });
        } else {
            documents.add(document);
        }
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        loading.setCodePointLimit(MAX_CHARACTERS);
        var dumping = new DumperOptions();
        dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        dumping.setSplitLines(false);
        return new Yaml(new SafeConstructor(loading), new Blocks(dumping), dumping, loading, new Scalars());
    }

    /** Which plain scalars are not text. */
    private static final class Scalars extends Resolver {
        private static final Pattern WHOLE = Pattern.compile("[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)");
        private static final Pattern BROKEN =
                Pattern.compile("[-+]?([0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*|[0-9][0-9_]*(?=[eE]))([eE][-+]?[0-9]+)?"
                        + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, BROKEN, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    /** Text of several lines stands as such, and what some reader takes for a number or a boolean is in quotes. */
    private static final class Blocks extends Representer {
        private static final Pattern AMBIGUOUS = Pattern.compile("[yYnN]|[-+]?[0-9.][-+0-9a-fA-FxXoO_:.]*");

        Blocks(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            if (!tag.equals(Tag.STR)) {
                return super.representScalar(tag, value, style);
            }
            if (value.indexOf('\n') >= 0) {
                return super.representScalar(tag, value, ScalarStyle.LITERAL);
            }
            boolean isAmbiguous = AMBIGUOUS.matcher(value).matches();
            return super.representScalar(tag, value, isAmbiguous ? ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
