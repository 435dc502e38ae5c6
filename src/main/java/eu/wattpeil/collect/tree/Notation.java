package eu.wattpeil.collect.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How places in a tree are written in a definition. */
public enum Notation {

    /** Pointers as of RFC 6901, with {@code *} for any key or number. */
    JSON("a pointer such as /data/result/*/values/*") {
        @Override
        Step step(String text) {
            if (text.equals("*")) {
                return Step.ANY;
            }
            if (text.isEmpty() || text.matches(".*~([^01].*|$)")) {
                throw new IllegalArgumentException(text);
            }
            return Step.named(text.replace("~1", "/").replace("~0", "~"));
        }

        @Override
        RowPath.Known known(ColumnPath column) {
            if (column.down().isEmpty() && column.special() != ColumnPath.Special.NONE) {
                return RowPath.Known.AT_ONCE;
            }
            return column.down().stream().allMatch(Step::isUnique)
                    ? RowPath.Known.WHEN_FOUND
                    : RowPath.Known.AT_THE_END;
        }

        @Override
        ColumnPath.Special special(String text) {
            return switch (text) {
                case "@key" -> ColumnPath.Special.KEY;
                case "@index" -> ColumnPath.Special.INDEX;
                default -> ColumnPath.Special.NONE;
            };
        }
    },

    /** Local names of elements and attributes, with {@code *} for any element. */
    XML("a path of elements such as /Events/Event") {
        @Override
        Step step(String text) {
            Matcher matcher = ELEMENT.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text);
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher conditions = CONDITION.matcher(matcher.group("conditions"));
            while (conditions.find()) {
                String value = conditions.group("value");
                boolean isQuoted = value.matches("\"[^\"]*\"|'[^']*'");
                attributes.put(
                        local(conditions.group("name")),
                        isQuoted ? value.substring(1, value.length() - 1) : value);
            }
            String name = local(matcher.group("name"));
            return name.equals("*")
                    ? new Step(null, -1, attributes)
                    : new Step(name, -1, attributes);
        }

        @Override
        RowPath.Known known(ColumnPath column) {
            boolean isAttribute =
                    column.down().size() == 1
                            && String.valueOf(column.down().get(0).name()).startsWith("@");
            return isAttribute ? RowPath.Known.AT_ONCE : RowPath.Known.AT_THE_END;
        }

        @Override
        ColumnPath.Special special(String text) {
            return ColumnPath.Special.NONE;
        }
    };

    private static final Pattern CONDITION =
            Pattern.compile("\\[@(?<name>[\\w:.-]+)=(?<value>[^\\]]*)\\]");
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?<name>\\*|@?[\\p{L}_][\\p{L}\\p{N}_:.-]*)(?<conditions>("
                            + CONDITION.pattern().replaceAll("\\?<\\w+>", "")
                            + ")*)");

    private final String example;

    Notation(String example) {
        this.example = example;
    }

    /** A step as it is written; an {@link IllegalArgumentException} where it is none. */
    abstract Step step(String text);

    abstract ColumnPath.Special special(String text);

    /** When it is known what stands in the place of a column. */
    abstract RowPath.Known known(ColumnPath column);

    /** What a place of rows looks like, in words that finish "expected …". */
    String example() {
        return example;
    }

    /** The place of rows, or of a value that a definition names from the root on. */
    List<Step> steps(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException(pointer);
        }
        return pointer.equals("/")
                ? List.of()
                : split(pointer.substring(1)).stream().map(this::step).toList();
    }

    /** The parts between slashes that are not within brackets. */
    static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '/' && depth <= 0) {
                parts.add(path.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(path.substring(start));
        return parts;
    }

    private static String local(String name) {
        boolean isAttribute = name.startsWith("@");
        String plain = name.substring(name.indexOf(':') + 1);
        return isAttribute && !plain.startsWith("@") ? "@" + plain : plain;
    }
}
