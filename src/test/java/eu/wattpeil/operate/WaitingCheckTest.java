package eu.wattpeil.operate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String PLACE =
            "jobs/collect/ups.yaml: the file inbox/ups/a.csv that waits does not fit the"
                    + " definition";

    @TempDir Path root;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        Files.createDirectories(root.resolve("inbox/ups"));
        write(
                "config/wattpeil.yaml",
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        write("config/meters.csv", MeterRow.HEADER + "\na,A,,town,it,1,,,2026-01-01,\n");
        write(
                "jobs/collect/ups.yaml",
                """
                dataset: meter_readings
                format: delimited
                source: {files: inbox/ups/*}
                options:
                  delimiter: ";"
                  columns:
                    meter_key: Meter
                    measured_at: {column: Time, pattern: "dd/MM/yyyy HH:mm"}
                    value: {column: kWh, kind: counter, unit: kWh}
                  constants: {quantity: electricity}
                """);
    }

    @Test
    void saysNothingOfWhatFitsNorWhereNothingWaits() throws IOException {
        assertThat(check()).isEmpty();

        write("inbox/ups/a.csv", "Meter;Time;kWh\nA;01/09/2026 00:00;1\n");

        assertThat(check()).isEmpty();
    }

    @Test
    void namesTheColumnThatIsMissingAndThoseThatAreThere() throws IOException {
        write("inbox/ups/a.csv", "Meter;Tijd;kWh\nA;01/09/2026 00:00;1\n");

        assertThat(check())
                .containsExactly(
                        PLACE
                                + ":\n  inbox/ups/a.csv: the document is line 1: Meter;Tijd;kWh,"
                                + " expected the column \"Time\" in the header");
    }

    @Test
    void namesAWrongDelimiterAsThat() throws IOException {
        write("inbox/ups/a.csv", "Meter,Time,kWh\nA,01/09/2026 00:00,1\n");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith(PLACE)
                .endsWith("with delimiter \";\"; they are there with delimiter \",\"");
    }

    @Test
    void saysWhyWhereAllOfTheFirstRowsWouldBeRejects() throws IOException {
        write(
                "inbox/ups/a.csv",
                "Meter;Time;kWh\n"
                        + "A;2026-09-01 00:00;1\n".repeat(1000)
                        + "A;01/09/2026 00:00;1\n");

        assertThat(check())
                .containsExactly(
                        PLACE
                                + ", each of its first rows would be a reject:\n"
                                + "  inbox/ups/a.csv:2: Time is \"2026-09-01 00:00\", expected a"
                                + " time such as 25/10/2026 13:45\n"
                                + "  inbox/ups/a.csv:3: Time is \"2026-09-01 00:00\", expected a"
                                + " time such as 25/10/2026 13:45\n"
                                + "  inbox/ups/a.csv:4: Time is \"2026-09-01 00:00\", expected a"
                                + " time such as 25/10/2026 13:45");
    }

    /** The table of its parts stands at its end, which is not looked at. */
    @Test
    void saysNothingOfALargeWorkbook() throws IOException {
        Path definition = root.resolve("jobs/collect/ups.yaml");
        write(
                "jobs/collect/ups.yaml",
                Files.readString(definition)
                        .replace("format: delimited", "format: xlsx")
                        .replace("  delimiter: \";\"\n", ""));
        byte[] workbook = Arrays.copyOf("PK\u0003\u0004".getBytes(US_ASCII), 5 << 20);
        Files.createDirectories(root.resolve("inbox/ups"));
        Files.write(root.resolve("inbox/ups/a.xlsx"), workbook);

        assertThat(check()).isEmpty();
    }

    @Test
    void namesTheFormatThatRecognisesAFileOfAnotherOrigin() throws IOException {
        write(
                "inbox/ups/a.csv",
                "Date/time UTC,Active energy Wh (A),Returned energy Wh (A)\n"
                        + "2026-09-01 00:00,12.50,0.00\n");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith(PLACE)
                .endsWith("\n  it looks like a document of format shelly-3em-csv");
    }

    @Test
    void countsAllTextsThatValuesDoesNotName() throws IOException {
        write(
                "jobs/collect/ups.yaml",
                """
                dataset: devices
                format: delimited
                source: {files: inbox/ups/*}
                options:
                  delimiter: ";"
                  columns:
                    device_id: Id
                    category: {column: Kind, values: {Laptop: laptop}}
                  constants: {observed_on: 2026-09-01}
                """);
        write(
                "inbox/ups/a.csv",
                "Id;Kind\n"
                        + "1;Laptop\n".repeat(300)
                        + "2;Chair\n"
                        + "3;Screen\n".repeat(2)
                        + "4;Desk\n");

        assertThat(check()).isEmpty();

        write(
                "inbox/ups/a.csv",
                "Id;Kind\n2;Chair\n" + "1;Laptop\n".repeat(300) + "3;Desk\n".repeat(2));

        assertThat(check())
                .containsExactly(
                        "jobs/collect/ups.yaml: values does not name these texts of Kind in"
                                + " inbox/ups/a.csv, each with its rows: \"Desk\" 2, \"Chair\" 1");
    }

    @Test
    void looksAtTheNewestThatWaits() throws IOException {
        write("inbox/ups/a.csv", "Meter;Time;kWh\nA;01/09/2026 00:00;1\n");
        write("inbox/ups/old.csv", "x\n");
        Files.setLastModifiedTime(root.resolve("inbox/ups/old.csv"), FileTime.from(NOW));
        Files.setLastModifiedTime(
                root.resolve("inbox/ups/a.csv"), FileTime.from(NOW.plusSeconds(9)));

        assertThat(check()).isEmpty();

        Files.setLastModifiedTime(
                root.resolve("inbox/ups/old.csv"), FileTime.from(NOW.plusSeconds(99)));

        assertThat(check())
                .singleElement()
                .asString()
                .contains("the file inbox/ups/old.csv that waits does not fit");
    }

    @Test
    void showsNoTextOfRowsThatMayBePersonal() throws IOException {
        write(
                "jobs/collect/print.yaml",
                "dataset: print_jobs\nformat: cups-page-log\nsource: {files: inbox/print/*}\n"
                        + "options: {printers: [mfp]}\n");
        write(
                "inbox/print/page_log",
                "hal jansen 3 [11/Oct/2025:00:01:01 +0200] total 2 - host title\n"
                        + "hal jansen 4 [11/Oct/2025:00:01:09 +0200] total 2 - host title\n");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith(
                        "jobs/collect/print.yaml: the file inbox/print/page_log that waits does"
                                + " not fit the definition, each of its first rows would be a"
                                + " reject:\n  inbox/print/page_log:1: printer_id is unusable")
                .doesNotContain("hal ", "jansen", "host ", "title");
    }

    @Test
    void looksNoFurtherThanTheHeadOfALongDocument() throws IOException {
        String row = "A;01/09/2026 00:00;" + "9".repeat(2000) + "\n";
        write("inbox/ups/a.csv", "Meter;Time;kWh\n" + "\n".repeat(5 << 20) + row);

        assertThat(check()).isEmpty();
    }

    @Test
    void looksIntoALargeFileThatNobodyHasReadYet() throws IOException {
        write("inbox/ups/a.csv", "Meter;Tijd;kWh\nA;01/09/2026 00:00;1\n");
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve("inbox/ups/a.csv").toFile(), "rw")) {
            file.setLength(65L << 20);
        }

        assertThat(check()).singleElement().asString().startsWith(PLACE);
    }

    @Test
    void looksAtNoFurtherDefinitionWhenTheTimeIsOver() throws IOException {
        write("inbox/ups/a.csv", "x\n");
        Setup setup = Setup.load(root);
        Iterator<Instant> times = Stream.iterate(NOW, it -> it.plusSeconds(11)).iterator();

        assertThat(WaitingCheck.of(setup, new PassingClock(times)))
                .containsExactly(
                        "jobs/collect/ups.yaml and those after it: what waits was not looked at,"
                                + " for the files are large; run reads them");
    }

    /** Tells another time whenever it is asked. */
    private static final class PassingClock extends Clock {

        private final Iterator<Instant> times;

        private PassingClock(Iterator<Instant> times) {
            this.times = times;
        }

        @Override
        public Instant instant() {
            return times.next();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<String> check() throws IOException {
        return WaitingCheck.of(Setup.load(root), CLOCK);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
