package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a definition says of the texts of a column, beside where and when they are. */
final class ColumnOptions {

    private final Section section;
    private final Column column;

    /** Those of a section; everything that is wrong in it becomes a problem. */
    ColumnOptions(Section section, Column column) {
        this.section = section;
        this.column = column;
    }

    /** Whether only a hash of its texts is kept. */
    boolean isHashed() {
        if (column.type() != ColumnType.TEXT || !column.codes().isEmpty()) {
            rejectOption("hash", "texts without codes");
            return false;
        }
        boolean isHashed = section.optional("hash", ValueType.BOOLEAN).orElse(false);
        if (isHashed && section.has("values")) {
            section.problem("hash", "hash is given with values, expected one of them");
        }
        return isHashed;
    }

    /** What its numbers are multiplied by. */
    Ratio factor() {
        boolean isDecimal =
                column.type() == ColumnType.DECIMAL || column.type() == ColumnType.FINE_DECIMAL;
        if (!isDecimal) {
            rejectOption("factor", "decimal numbers");
            return Ratio.ONE;
        }
        return section.optional(
                        "factor",
                        ValueType.of(
                                "a number other than 0, with a dot",
                                text -> {
                                    BigDecimal number = new BigDecimal(text);
                                    if (number.signum() == 0 || Math.abs(number.scale()) > 18) {
                                        throw new IllegalArgumentException(text);
                                    }
                                    return Ratio.of(number);
                                }))
                .orElse(Ratio.ONE);
    }

    /** What stands beside its numbers. */
    Beside beside() {
        boolean isNumber =
                Set.of(ColumnType.DECIMAL, ColumnType.FINE_DECIMAL, ColumnType.INTEGER)
                        .contains(column.type());
        List<String> texts = new ArrayList<>();
        for (String key : List.of("before", "after")) {
            if (!isNumber || section.has("sum") || section.has("product")) {
                rejectOption(key, "a number of one column");
            }
            texts.add(section.optionalText(key).orElse("").strip());
        }
        return new Beside(texts.get(0), texts.get(1));
    }

    /**
     * Its words with their codes; categories of devices that are known where they are asked for.
     */
    Map<String, String> codes(Map<String, String> categories) {
        boolean isWord = column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN;
        if (!isWord) {
            rejectOption("values", "texts and true or false");
            return Map.of();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        section.optionalSection("values")
                .ifPresent(
                        values -> {
                            for (String text : values.keys()) {
                                String code = values.optionalText(text).orElse("");
                                checkCode(values, text, code);
                                codes.put(text, code);
                            }
                        });
        if (areCategoriesKnown()) {
            categories.forEach(codes::putIfAbsent);
        }
        return codes;
    }

    private boolean areCategoriesKnown() {
        if (!column.name().equals("category")) {
            rejectOption("device-categories", "category");
            return false;
        }
        return section.optional("device-categories", ValueType.BOOLEAN).orElse(false);
    }

    private void checkCode(Section values, String key, String code) {
        List<String> known =
                column.type() == ColumnType.BOOLEAN ? List.of("true", "false") : column.codes();
        if (!code.isEmpty() && !known.isEmpty() && !known.contains(code)) {
            values.problem(
                    key, column.name() + " is \"" + code + "\"" + Spelling.hint(code, known));
        }
    }

    /** Whether it keeps only whether something is there. */
    boolean isPresence() {
        if (column.type() != ColumnType.BOOLEAN) {
            rejectOption("present", "true or false");
            return false;
        }
        boolean isPresence = section.optional("present", ValueType.BOOLEAN).orElse(false);
        if (isPresence && section.has("values")) {
            section.problem("present", "present is given with values, expected one of them");
        }
        return isPresence;
    }

    /** Notes an option that is given and has no meaning for such a column. */
    void rejectOption(String key, String fitting) {
        if (section.has(key)) {
            section.problem(
                    key,
                    key
                            + " is given for "
                            + column.name()
                            + ", which is a "
                            + column.type().name().toLowerCase(Locale.ROOT)
                            + ", expected it for "
                            + fitting
                            + " only");
        }
    }
}
