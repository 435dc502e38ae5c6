package eu.wattpeil.collect.table;

import eu.wattpeil.workspace.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a row does as the header of a table.
 *
 * @param missing columns that it lacks
 * @param ambiguous columns that it has more than once
 */
public record HeaderFit(Header header, List<ColumnRef> missing, List<ColumnRef> ambiguous) {

    /** How it does for a definition. */
    public static HeaderFit of(TableSettings settings, Header header) {
        List<String> names = header.names();
        List<ColumnRef> missing = new ArrayList<>();
        List<ColumnRef> ambiguous = new ArrayList<>();
        for (ColumnRef column : settings.columns()) {
            int position = column.position(names, header.width());
            if (position < 0) {
                (position == ColumnRef.AMBIGUOUS ? ambiguous : missing).add(column);
            }
        }
        for (ColumnRef column : settings.optionalColumns()) {
            int position = column.position(names, header.width());
            if (position == ColumnRef.AMBIGUOUS) {
                ambiguous.add(column);
            } else if (position == ColumnRef.ABSENT && column.isMisspeltIn(names)) {
                missing.add(column);
            }
        }
        settings.withoutValueColumns(names).ifPresent(missing::add);
        missing.addAll(settings.withoutRecords(header));
        return new HeaderFit(header, missing, ambiguous);
    }

    /** How many columns are not there once. */
    public int flaws() {
        return missing.size() + ambiguous.size();
    }

    /** Whether any of the columns is there by its name; else the row may be one with values. */
    public boolean isHeader(TableSettings settings) {
        return settings.columns().stream().anyMatch(column -> column.isNamedIn(header.names()));
    }

    /** What is expected of the first column that is there more than once, which there must be. */
    public String expectedOnce() {
        String twice = ambiguous.get(0).text();
        String positions =
                IntStream.range(0, header.names().size())
                        .filter(i -> header.names().get(i).equals(twice))
                        .mapToObj(i -> Integer.toString(i + 1))
                        .collect(Collectors.joining(" and "));
        return "the column \""
                + twice
                + "\" once in the header (columns can be named by number: here "
                + positions
                + ")";
    }

    /** What is expected where columns are missing. */
    public String expectedColumns() {
        String listed =
                missing.stream()
                        .map(column -> "\"" + column.text() + "\"")
                        .collect(Collectors.joining(", "));
        return (missing.size() == 1 ? "the column " : "the columns ") + listed + " in the header";
    }

    /**
     * What the first missing column is probably called, as the end of a sentence; empty where
     * nothing is near, and for personal data: what looks like a header may be a row.
     */
    public String hint(TableSettings settings) {
        if (settings.dataset().isPersonal()) {
            return "";
        }
        String hint = Spelling.hint(missing.get(0).text(), header.names());
        return hint.startsWith(", did you mean") ? hint : "";
    }
}
