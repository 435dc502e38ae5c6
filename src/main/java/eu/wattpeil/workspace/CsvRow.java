package eu.wattpeil.workspace;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row of a {@link CsvTable}. What is wrong with a field is noted at its line; a row with anything
 * wrong makes no value.
 */
final class CsvRow {

    private final String file;
    private final int line;
    private final Map<String, String> fields;
    private final Problems problems;
    private boolean isUsable = true;

    CsvRow(String file, int line, Map<String, String> fields, Problems problems) {
        this.file = file;
        this.line = line;
        this.fields = fields;
        this.problems = problems;
    }

    /** The line to open, as messages name it. */
    String place() {
        return file + ":" + line;
    }

    String file() {
        return file;
    }

    /** The field as it stands; an empty text where the column or the field is. */
    String raw(String column) {
        return fields.getOrDefault(column, "");
    }

    void problem(String message) {
        isUsable = false;
        problems.add(file, line, message);
    }

    /** The text of a field that must not be empty. */
    String text(String column) {
        String text = raw(column);
        if (!text.isEmpty()) {
            return text;
        }
        if (fields.containsKey(column)) {
            problem(column + " is empty, expected a value");
        }
        // A column that the header lacks is one problem of the header, not one of every row.
        isUsable = false;
        return text;
    }

    <T> Optional<T> optional(String column, ValueType<T> type) {
        String text = raw(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.reader().apply(text));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            problem(column + " is \"" + text + "\"" + type.hint().apply(text));
            return Optional.empty();
        }
    }

    /** A value that must be there; where it is not, the row {@link #make makes} nothing. */
    <T> Optional<T> required(String column, ValueType<T> type) {
        return text(column).isEmpty() ? Optional.empty() : optional(column, type);
    }

    /** Makes a value of a row that is right so far; what the value refuses is noted. */
    <T> Optional<T> make(Supplier<T> maker) {
        if (!isUsable) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException refused) {
            problem(String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }
}
