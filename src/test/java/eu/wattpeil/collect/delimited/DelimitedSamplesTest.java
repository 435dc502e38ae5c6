package eu.wattpeil.collect.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, where they are at hand: FastCSV sums what the format should have read. */
class DelimitedSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/delimited");
    private static final String ROW_PER_DAY =
            """
            layout: wide
            stamp: start
            wide: {columns: "HH:mm", step: PT30M}
            columns:
              meter_key: Meter Number
              measured_at: {column: Reading Date, pattern: dd/MM/yy}
              value: {unit: kWh, kind: interval}
            constants: {quantity: electricity}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void areAtHand() {
        assumeThat(SAMPLES).isDirectory();
    }

    @Test
    void readsARowPerReading() throws IOException {
        MemoryRecords read =
                read(
                        "row-per-reading_valid.csv",
                        """
                        interval: PT30M
                        stamp: end
                        columns:
                          meter_key: MPR
                          measured_at: {column: ReadDatetime, pattern: dd MMM yyyy HH:mm:ss}
                          value: {column: kWh, unit: kWh, kind: interval}
                          quality: {column: ReadType, values: {Actual: measured}}
                        constants: {quantity: electricity}
                        """);

        assertThat(read.rejects()).isEmpty();
        assertThat(read.accepted()).hasSize(48);
        assertThat(wattHours(read)).isEqualByComparingTo(sum("row-per-reading_valid.csv", 2, 3));
    }

    @Test
    void readsARowPerDay() throws IOException {
        for (String file :
                new String[] {
                    "row-per-day_valid.csv",
                    "row-per-day_duplicate-rows.csv",
                    "row-per-day_some-missing-readings.csv"
                }) {
            MemoryRecords read = read(file, ROW_PER_DAY);

            assertThat(read.rejects()).as(file).isEmpty();
            assertThat(wattHours(read)).as(file).isEqualByComparingTo(sum(file, 3, 51));
        }
    }

    @Test
    void readsBracketedEndStampsAndQuotedValues() throws IOException {
        MemoryRecords read =
                read(
                        "banes-example-file.csv",
                        """
                        layout: wide
                        stamp: end
                        wide: {columns: "[HH:mm]", step: PT30M}
                        columns:
                          meter_key: ID
                          measured_at: {column: Date, pattern: "MMM d yyyy h:mma"}
                          value: {unit: kWh, kind: interval}
                        constants: {quantity: electricity}
                        """);

        assertThat(read.rejects()).isEmpty();
        assertThat(wattHours(read)).isEqualByComparingTo(sum("banes-example-file.csv", 7, 55));
    }

    @Test
    void findsTheHeaderBelowAPreamble() throws IOException {
        MemoryRecords read =
                read(
                        "with-carriage-return-line-endings.csv",
                        """
                        layout: wide
                        stamp: end
                        ignore-rows-without: MPAN
                        wide: {columns: "HH:mm", step: PT30M}
                        columns:
                          meter_key: MPAN
                          measured_at: {column: Date, pattern: dd/MM/yy}
                          value: {unit: kWh, kind: interval}
                        constants: {quantity: electricity}
                        """);

        assertThat(read.rejects()).isEmpty();
        assertThat(read.accepted()).hasSize(96);
        assertThat(wattHours(read))
                .isEqualByComparingTo(sum("with-carriage-return-line-endings.csv", 8, 56));
    }

    @Test
    void rejectsAWebPageAndAnEmptyTableOnce() throws IOException {
        assertThat(read("energy_assets_invalid.csv", ROW_PER_DAY).rejects())
                .singleElement()
                .extracting(Reject::line, Reject::reason)
                .containsExactly(0L, Reject.Reason.NOT_THIS_FORMAT);
        assertThat(read("row-per-day_empty-msft.csv", ROW_PER_DAY).rejects())
                .singleElement()
                .extracting(Reject::line, Reject::reason)
                .containsExactly(0L, Reject.Reason.EMPTY_DOCUMENT);
    }

    private MemoryRecords read(String file, String options) throws IOException {
        Path definition = Files.writeString(folder.resolve("x.yaml"), options);
        Problems problems = new Problems();
        Section section = Sections.read(folder, definition, problems);
        Format format =
                DelimitedFormat.of(
                        new FormatContext(
                                section,
                                Datasets.METER_READINGS,
                                ZoneId.of("Europe/London"),
                                Set.of()));
        assertThat(problems.all()).isEmpty();
        return FormatCases.read(
                format, FormatCases.document(file, SAMPLES.resolve(file)), Datasets.METER_READINGS);
    }

    private static BigDecimal wattHours(MemoryRecords records) {
        return records.accepted().stream()
                .map(row -> new BigDecimal(row.get("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of all numbers in some columns of a file that holds kilowatt-hours. */
    private static BigDecimal sum(String file, int from, int to) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(SAMPLES.resolve(file))) {
            for (CsvRecord row : reader) {
                for (int i = from; i < Math.min(to, row.getFieldCount()); i++) {
                    String field = row.getField(i);
                    sum =
                            sum.add(
                                    field.matches("-?[0-9.]+")
                                            ? new BigDecimal(field)
                                            : BigDecimal.ZERO);
                }
            }
        }
        return sum.movePointRight(3);
    }
}
