package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.ByteTable;
import eu.wattpeil.collect.bytes.TextPool;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.TextHash;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The readers for all types but dates and instants, which need a clock. */
final class FieldReaders {

    /** What is true and false where the definition says nothing. */
    private static final Map<String, String> BOOLEANS =
            Map.of(
                    "true", "true", "false", "false", "TRUE", "true", "FALSE", "false", "True",
                    "true", "False", "false", "1", "true", "0", "false");

    private static final Set<String> WORDS_OF_PEOPLE = Set.of("category", "status");

    private static final int MAX_WORDS_IN_MESSAGE = 8;

    private FieldReaders() {}

    /** The reader for a mapping of any type but DATE and TIMESTAMP. */
    static FieldReader of(Mapping mapping, NumberSigns signs, Charset charset) {
        FieldReader reader = bare(mapping, signs, charset);
        return mapping.beside().isNothing()
                ? reader
                : new NumberBeside(reader, mapping.beside(), charset);
    }

    private static FieldReader bare(Mapping mapping, NumberSigns signs, Charset charset) {
        Column column = mapping.column();
        int index = mapping.index();
        return switch (column.type()) {
            case TEXT ->
                    mapping.codes().isEmpty() && column.codes().isEmpty()
                            ? text(mapping, charset)
                            : new CodeField(index, false, codes(mapping), folds(mapping), charset);
            case BOOLEAN ->
                    mapping.isPresence()
                            ? new PresenceField(index)
                            : new CodeField(index, true, codes(mapping), false, charset);
            case INTEGER -> new NumberField(index, DecimalText.whole(signs, charset));
            case DECIMAL ->
                    new NumberField(index, DecimalText.of(signs, charset, 3, mapping.factor()));
            case FINE_DECIMAL ->
                    new NumberField(index, DecimalText.of(signs, charset, 6, mapping.factor()));
            case DATE, DOUBLE, TIMESTAMP ->
                    throw new IllegalArgumentException("no reader of this kind: " + column.name());
        };
    }

    /** People type these words themselves, each with capitals of their own. */
    private static boolean folds(Mapping mapping) {
        return WORDS_OF_PEOPLE.contains(mapping.column().name());
    }

    private static FieldReader text(Mapping mapping, Charset charset) {
        return mapping.isHashed()
                ? new HashField(mapping.index(), charset)
                : new TextField(mapping.index(), charset);
    }

    private static Map<String, String> codes(Mapping mapping) {
        if (!mapping.codes().isEmpty()) {
            return mapping.codes();
        }
        if (mapping.column().type() == ColumnType.BOOLEAN) {
            return BOOLEANS;
        }
        Map<String, String> same = new LinkedHashMap<>();
        mapping.column().codes().forEach(code -> same.put(code, code));
        return same;
    }

    private record TextField(int index, TextPool pool, Flaw flaw) implements FieldReader {

        TextField(int index, Charset charset) {
            this(
                    index,
                    new TextPool(charset),
                    new Flaw(
                            Reason.UNREADABLE_VALUE,
                            "text in "
                                    + charset.name()
                                    + " (the option charset names another one)"));
        }

        @Override
        public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
            Text text = pool.text(bytes, from, to);
            if (text == null) {
                return flaw;
            }
            rows.set(index, text);
            return null;
        }

        @Override
        public boolean readAll(FieldColumn fields, RowBlock rows) {
            for (int row = 0; row < fields.count(); row++) {
                if (fields.isMissing(row)) {
                    continue;
                }
                Text text = pool.text(fields.bytes(), fields.from(row), fields.to(row));
                if (text == null) {
                    return false;
                }
                rows.setAhead(index, row, text);
            }
            return true;
        }
    }

    /** Texts that are kept as a hash only. */
    private record HashField(int index, Charset charset) implements FieldReader {

        @Override
        public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
            rows.set(index, Text.of(TextHash.of(new String(bytes, from, to - from, charset))));
            return null;
        }
    }

    /** Words with a meaning; an empty one stands for unknown. */
    private static final class CodeField implements FieldReader {

        private final int index;
        private final boolean isBoolean;
        private final ByteTable words = new ByteTable();
        private final List<@Nullable Text> texts = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final Map<String, Integer> folded = new HashMap<>();
        private final Charset charset;
        private final Flaw flaw;

        /**
         * For words with their meanings.
         *
         * @param isFolding whether capitals are overlooked where a word is not there as written
         */
        CodeField(
                int index,
                boolean isBoolean,
                Map<String, String> meanings,
                boolean isFolding,
                Charset charset) {
            this.index = index;
            this.isBoolean = isBoolean;
            this.charset = charset;
            meanings.forEach(
                    (word, code) -> {
                        if (words.add(word.strip(), charset) >= 0) {
                            if (isFolding) {
                                folded.putIfAbsent(fold(word), codes.size());
                            }
                            texts.add(code.isEmpty() ? null : Text.of(code));
                            codes.add(code);
                        }
                    });
            flaw = new Flaw(Reason.UNKNOWN_CODE, "one of " + listed(meanings));
        }

        @Override
        public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
            return set(word(bytes, from, to), 0, rows) ? null : flaw;
        }

        @Override
        public boolean readAll(FieldColumn fields, RowBlock rows) {
            for (int row = 0; row < fields.count(); row++) {
                if (!fields.isMissing(row)
                        && !set(
                                word(fields.bytes(), fields.from(row), fields.to(row)),
                                row,
                                rows)) {
                    return false;
                }
            }
            return true;
        }

        /** The place of a word in the list; -1 where it has no meaning. */
        private int word(byte[] bytes, int from, int to) {
            int word = words.find(bytes, from, to);
            return word < 0 && !folded.isEmpty()
                    ? folded.getOrDefault(fold(new String(bytes, from, to - from, charset)), -1)
                    : word;
        }

        private boolean set(int word, int ahead, RowBlock rows) {
            if (word < 0) {
                return false;
            }
            if (!isBoolean) {
                rows.setAhead(index, ahead, texts.get(word));
            } else if (!codes.get(word).isEmpty()) {
                rows.setAhead(index, ahead, codes.get(word).equals("true") ? 1 : 0);
            }
            return true;
        }

        private static String fold(String word) {
            return ColumnRef.normal(word).toLowerCase(Locale.ROOT);
        }

        private static String listed(Map<String, String> meanings) {
            List<String> words = List.copyOf(new TreeSet<>(meanings.keySet()));
            int more = words.size() - MAX_WORDS_IN_MESSAGE;
            return more <= 1
                    ? String.join(", ", words)
                    : String.join(", ", words.subList(0, MAX_WORDS_IN_MESSAGE))
                            + " and "
                            + more
                            + " more";
        }
    }

    private record PresenceField(int index) implements FieldReader {

        @Override
        public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
            rows.set(index, 1);
            return null;
        }
    }

    private static final class NumberField implements FieldReader {

        private final int index;
        private final DecimalText numbers;
        private final Flaw unreadable;
        private final Flaw tooLarge;

        NumberField(int index, DecimalText numbers) {
            this.index = index;
            this.numbers = numbers;
            unreadable = new Flaw(Reason.UNREADABLE_VALUE, numbers.expected());
            tooLarge = new Flaw(Reason.IMPOSSIBLE_VALUE, "a number of at most 18 digits");
        }

        @Override
        public @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows) {
            long number = numbers.read(bytes, from, to);
            if (!NoValue.isValue(number)) {
                return number == NoValue.TOO_LARGE ? tooLarge : unreadable;
            }
            rows.set(index, number);
            return null;
        }

        @Override
        public boolean readAll(FieldColumn fields, RowBlock rows) {
            for (int row = 0; row < fields.count(); row++) {
                if (fields.isMissing(row)) {
                    continue;
                }
                long number = numbers.read(fields.bytes(), fields.from(row), fields.to(row));
                if (!NoValue.isValue(number)) {
                    return false;
                }
                rows.setAhead(index, row, number);
            }
            return true;
        }
    }
}
