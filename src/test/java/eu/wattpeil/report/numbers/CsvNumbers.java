package eu.wattpeil.report.numbers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;

/** Holds every number of a table of text against the row of {@code kpi_values} that it is of. */
final class CsvNumbers {

    private final EditionTables tables;
    private final String form;
    private final Tally tally;

    CsvNumbers(EditionTables tables, String form, Tally tally) {
        this.tables = tables;
        this.form = form;
        this.tally = tally;
    }

    /** A table with its separator. */
    void check(Path file, char separator) throws IOException {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(file)) {
            records.forEach(this::check);
        }
    }

    private void check(NamedCsvRecord record) {
        String series =
                String.join(
                        " ",
                        record.getField("period"),
                        record.getField("kpi_id"),
                        record.getField("scope_kind"),
                        record.getField("scope_id"));
        YearMonth month = YearMonth.parse(record.getField("month"));
        Optional<Row> row = tables.row(series, month);
        Optional<Row> shown = row.filter(it -> !it.isWithheld());
        compare(record, "numerator", shown.flatMap(Row::numerator));
        compare(record, "denominator", shown.flatMap(Row::denominator));
        compare(record, "value", shown.flatMap(Row::value).map(Digits::decimal));
        compare(record, "coverage", shown.flatMap(Row::coverage).map(CsvNumbers::share));
        compare(record, "measured_share", shown.flatMap(Row::measuredShare).map(CsvNumbers::share));
    }

    private static BigDecimal share(double share) {
        return Digits.decimal(Math.min(1, share));
    }

    private void compare(NamedCsvRecord record, String column, Optional<BigDecimal> expected) {
        String said = record.getField(column);
        boolean isKnown =
                said.isEmpty()
                        ? expected.isEmpty()
                        : expected.filter(it -> it.compareTo(new BigDecimal(said)) == 0)
                                .isPresent();
        if (!said.isEmpty() || !isKnown) {
            String row = record.toString();
            tally.add(form, column, said, isKnown, row + " expected " + expected);
        }
    }
}
