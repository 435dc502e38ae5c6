package eu.wattpeil.workspace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A CSV file of {@code config/}: UTF-8, comma, a header line, quotes where a field holds a comma.
 * Lines that start with {@code #} are for the reader.
 */
final class CsvTable {

    private final List<CsvRow> rows = new ArrayList<>();

    private CsvTable() {}

    /**
     * The columns of a table, in the order in which messages name them.
     *
     * @param required must be in the header
     * @param optional may be absent, which is the same as empty fields
     */
    record Columns(List<String> required, List<String> optional) {

        Columns {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }

        private Set<String> all() {
            Set<String> all = new LinkedHashSet<>(required);
            all.addAll(optional);
            return all;
        }
    }

    /** A table without rows, for an optional file that is absent. */
    static CsvTable empty() {
        return new CsvTable();
    }

    /** Reads all rows; what is wrong with the header or the shape of a row is noted. */
    static CsvTable read(WorkspaceFile file, Columns columns, Problems problems) {
        CsvTable table = new CsvTable();
        file.text(problems).ifPresent(text -> table.read(text, file.place(), columns, problems));
        return table;
    }

    private void read(String text, String place, Columns columns, Problems problems) {
        int lastLine = 0;
        List<String> header = List.of();
        try (CsvReader<CsvRecord> reader = reader(text)) {
            for (CsvRecord record : reader) {
                lastLine = Math.toIntExact(record.getStartingLineNumber());
                List<String> fields = record.getFields().stream().map(String::strip).toList();
                if (header.isEmpty()) {
                    header = header(fields, place, lastLine, columns, problems);
                    continue;
                }
                if (fields.size() == 1 && fields.get(0).isEmpty()) {
                    continue;
                }
                row(fields, header, place, lastLine, problems);
            }
        } catch (CsvParseException malformed) {
            problems.add(
                    place,
                    lastLine + 1,
                    "a quote is not closed or has text behind it, expected \"…\" around a field");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (lastLine == 0) {
            problems.add(
                    place,
                    1,
                    "the file is empty, expected the columns " + String.join(",", columns.all()));
        }
    }

    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static List<String> header(
            List<String> names, String place, int line, Columns columns, Problems problems) {
        if (names.size() == 1 && names.get(0).contains(";")) {
            problems.add(place, line, "columns are separated by ;, expected a comma between them");
            return names;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                problems.add(
                        place, line, "column \"" + name + "\" is given twice, expected it once");
            } else if (!columns.all().contains(name)) {
                problems.add(
                        place,
                        line,
                        "unknown column \"" + name + "\"" + Spelling.hint(name, columns.all()));
            }
        }
        for (String name : columns.required()) {
            if (!seen.contains(name)) {
                problems.add(place, line, "column " + name + " is missing, expected it here");
            }
        }
        return names;
    }

    private void row(
            List<String> fields, List<String> header, String place, int line, Problems problems) {
        if (fields.size() != header.size()) {
            problems.add(
                    place,
                    line,
                    "the row has "
                            + fields.size()
                            + " fields, expected "
                            + header.size()
                            + " as in the header");
            return;
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            named.putIfAbsent(header.get(i), fields.get(i));
        }
        rows.add(new CsvRow(place, line, named, problems));
    }

    /** The rows that have the header's shape, in order. */
    List<CsvRow> rows() {
        return rows;
    }

    /** What stands in a column, also in rows that cannot be used: one mistake is told once. */
    Set<String> values(String column) {
        return rows.stream()
                .map(row -> row.raw(column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Notes every row whose fields in these columns stood in a row of these tables before. */
    static void rejectRepeated(List<CsvTable> tables, String... columns) {
        Map<List<String>, CsvRow> first = new HashMap<>();
        for (CsvTable table : tables) {
            for (CsvRow row : table.rows) {
                List<String> key = Arrays.stream(columns).map(row::raw).toList();
                CsvRow before = key.contains("") ? null : first.putIfAbsent(key, row);
                if (before != null) {
                    row.problem(
                            String.join(" and ", columns)
                                    + (columns.length == 1 ? " is \"" : " are \"")
                                    + String.join("\" and \"", key)
                                    + "\" again, as in "
                                    + before.place()
                                    + ", expected each once");
                }
            }
        }
    }
}
