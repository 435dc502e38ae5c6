package eu.wattpeil.collect.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.bytes.Part;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedPartsTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final String OPTIONS =
            """
            decimal: ","
            columns:
              meter_key: Meter
              measured_at: {column: Tijdstip, pattern: "dd/MM/yyyy HH:mm:ss"}
              value: {column: Stand, unit: kWh, kind: counter}
            constants: {quantity: electricity}
            """;

    @TempDir private Path folder;

    @Test
    void refusesAHeaderThatGoesOnBeyondWhatIsLookedAt() throws IOException {
        Path file = write("Tijdstip;Meter;Stand" + ";x".repeat(200_000) + "\n");

        MemoryRecords read = read(1 << 20, FormatCases.document("readings.csv", file));

        assertThat(read.accepted()).isEmpty();
        assertThat(read.rejects())
                .extracting(reject -> reject.expected() + ", found " + reject.found())
                .containsExactly(
                        "a header within the first 262144 bytes, found a line that goes on");
    }

    @Test
    void doesNotCallADocumentEmptyThatMayHaveRowsBeyondWhatIsLookedAt() throws IOException {
        Path file = write("=\"\"\n".repeat(100_000) + "Tijdstip;Meter;Stand\n");

        MemoryRecords read = read(1 << 20, FormatCases.document("readings.csv", file));

        assertThat(read.rejects())
                .extracting(reject -> reject.expected() + ", found " + reject.found())
                .containsExactly("a header within the first 262144 bytes, found nothing in them");
    }

    @Test
    void givesTheSameRowsHoweverTheDocumentIsCut() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int cuts = 0;
        for (int round = 0; round < 60; round++) {
            Path file = write(randomText(random));
            Document document = FormatCases.document("readings.csv", file);
            Document packed =
                    new Document(
                            "readings.csv",
                            document.bytes(),
                            document.sha256(),
                            document.content()::open);
            MemoryRecords whole = read(Long.MAX_VALUE, packed);
            long stretch = 2_000 + random.nextInt(60_000);
            MemoryRecords inParts = read(stretch, document);
            cuts += parts(stretch, document).size() - 1;

            assertThat(inParts.accepted())
                    .as("seed %d, round %d, stretch %d", seed, round, stretch)
                    .isEqualTo(whole.accepted());
            assertThat(inParts.rejects())
                    .as("seed %d, round %d, stretch %d", seed, round, stretch)
                    .isEqualTo(whole.rejects());
        }
        assertThat(cuts).as("cuts, seed %d", seed).isGreaterThan(60);
    }

    @Test
    void coversTheDocumentWithoutGapsAndKnowsTheFirstLines() throws IOException {
        StringBuilder text = new StringBuilder("Tijdstip;Meter;Stand\r\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(TIME.format(LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(i)))
                    .append(";A;")
                    .append(i)
                    .append(i % 7 == 0 ? "\n" : i % 5 == 0 ? "\r" : "\r\n");
        }
        Path file = write(text.toString());
        List<Part> parts = parts(20_000, FormatCases.document("readings.csv", file));
        String all = Files.readString(file);

        assertThat(parts).hasSizeGreaterThan(4);
        assertThat(parts.get(0).from()).isZero();
        assertThat(parts.get(parts.size() - 1).to()).isEqualTo(Long.MAX_VALUE);
        for (int i = 1; i < parts.size(); i++) {
            Part part = parts.get(i);
            assertThat(part.number()).isEqualTo(i);
            assertThat(part.from()).isEqualTo(parts.get(i - 1).to());
            String before = all.substring(0, (int) part.from());
            assertThat(part.firstLine()).isEqualTo(1 + before.split("\r\n|\r|\n", -1).length - 1);
            assertThat(before).matches("(?s).*[\r\n]");
        }
    }

    @Test
    void doesNotCutWithinHalfADayOfARepeatedHour() throws IOException {
        StringBuilder text = new StringBuilder("Tijdstip;Meter;Stand\n");
        ZonedDateTime first = ZonedDateTime.of(2025, 10, 20, 0, 0, 0, 0, BRUSSELS);
        for (int i = 0; i < 12 * 24 * 12; i++) {
            text.append(TIME.format(first.plusMinutes(5L * i)))
                    .append(";A;")
                    .append(i)
                    .append('\n');
        }
        Path file = write(text.toString());
        String all = Files.readString(file);
        List<LocalDateTime> starts =
                parts(3_000, FormatCases.document("readings.csv", file)).stream()
                        .filter(part -> part.number() > 0)
                        .map(part -> all.substring((int) part.from(), (int) part.from() + 19))
                        .map(time -> LocalDateTime.parse(time, TIME))
                        .toList();

        assertThat(starts).hasSizeGreaterThan(20);
        assertThat(starts)
                .noneMatch(
                        start ->
                                start.isAfter(LocalDateTime.of(2025, 10, 25, 14, 0))
                                        && start.isBefore(LocalDateTime.of(2025, 10, 26, 15, 0)));
    }

    @Test
    void cutsAQuotedDocumentWhoseLinesHaveTheirOwnQuotes() throws IOException {
        String row = "\"01/09/2025 00:00:00\";\"A \"\"1\"\"\";1\n";
        Path file = write("\uFEFF\"Tijdstip\";\"Meter\";Stand\n" + row.repeat(1_000));

        assertThat(parts(2_000, FormatCases.document("readings.csv", file))).hasSizeGreaterThan(5);
    }

    @Test
    void readsADocumentWithALineEndWithinQuotesAsOnePart() throws IOException {
        String row = "01/09/2025 00:00:00;\"A\n1\";1\n";
        Path file = write("Tijdstip;Meter;Stand\n" + row.repeat(1_000));

        assertThat(parts(2_000, FormatCases.document("readings.csv", file)))
                .containsExactly(Part.WHOLE);
    }

    @Test
    void cutsADocumentWithTextsOfExcel() throws IOException {
        String row = "01/09/2025 00:00:00;=\"541\";1\n";
        Path file = write("Tijdstip;Meter;Stand\n" + row.repeat(1_000));

        assertThat(parts(2_000, FormatCases.document("readings.csv", file))).hasSizeGreaterThan(5);
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("Meter;Tijdstip;Stand\n");
        List<Map<String, String>> expected = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String meter = "m " + random.nextInt(20) + (random.nextBoolean() ? ";\"x\"" : "");
            ZonedDateTime time =
                    ZonedDateTime.of(2025, 11, 1, 0, 0, 0, 0, BRUSSELS)
                            .plusSeconds(random.nextInt(4 * 30 * 86_400));
            long wattHours = random.nextLong(1_000_000_000_000L);
            String kWh = BigDecimal.valueOf(wattHours, 3).toPlainString();
            text.append('"')
                    .append(meter.replace("\"", "\"\""))
                    .append("\";")
                    .append(TIME.format(time))
                    .append(';')
                    .append(kWh.replace('.', ','))
                    .append('\n');
            expected.add(
                    Map.of(
                            "meter_key", meter,
                            "measured_at", time.toInstant().toString(),
                            "value", Long.toString(wattHours)));
        }
        MemoryRecords read =
                read(Long.MAX_VALUE, FormatCases.document("x.csv", write(text.toString())));

        assertThat(read.rejects()).as("seed %d", seed).isEmpty();
        assertThat(read.accepted()).as("seed %d", seed).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(read.accepted().get(i))
                    .as("seed %d", seed)
                    .containsAllEntriesOf(expected.get(i));
        }
    }

    /** Rows of several meters around the clock changes, in one of several orders, with flaws. */
    private static String randomText(Random random) {
        String[] ends = {"\n", "\r\n", "\r"};
        String end = ends[random.nextInt(ends.length)];
        boolean isByMeter = random.nextBoolean();
        boolean isNewestFirst = random.nextBoolean();
        int meters = 1 + random.nextInt(4);
        int days = 4 + random.nextInt(12);
        List<String> rows = new ArrayList<>();
        ZonedDateTime first =
                ZonedDateTime.of(2025, 10, 18 + random.nextInt(8), 0, 0, 0, 0, BRUSSELS);
        int readings = days * 96;
        for (int i = 0; i < readings * meters; i++) {
            int meter = isByMeter ? i / readings : i % meters;
            int step = isByMeter ? i % readings : i / meters;
            ZonedDateTime time =
                    first.plusMinutes(15L * (isNewestFirst ? readings - 1 - step : step));
            rows.add(TIME.format(time) + ";M" + meter + ";" + step + ",5");
        }
        boolean isQuoted = random.nextBoolean();
        boolean hasQuotesInTexts = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder("Tijdstip;Meter;Stand").append(end);
        for (String row : rows) {
            int flaw = random.nextInt(200);
            String written = flaw == 0 ? "KABOOM;A;1" : flaw == 1 ? "" : flaw == 2 ? ";;" : row;
            if (hasQuotesInTexts && flaw < 10) {
                written = written.replace("M1", flaw < 6 ? "5\" M1" : "\"M1\" x");
            }
            text.append(isQuoted ? quoted(written) : written).append(end);
        }
        return text.toString();
    }

    private static String quoted(String row) {
        return row.isEmpty() ? row : "\"" + row.replace("\"", "\"\"").replace(";", "\";\"") + "\"";
    }

    private Path write(String text) throws IOException {
        return Files.write(
                Files.createTempFile(folder, "input", ".csv"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private MemoryRecords read(long stretchBytes, Document document) throws IOException {
        Dataset dataset = Datasets.METER_READINGS;
        return FormatCases.read(format(stretchBytes), document, dataset);
    }

    private List<Part> parts(long stretchBytes, Document document) throws IOException {
        FormatContext context = context();
        TextSettings texts = TextSettings.read(context.options());
        TableSettings settings = TableSettingsReader.read(context, texts.hasHeader());
        return new DelimitedTables(texts, settings, stretchBytes).parts(document);
    }

    private Format format(long stretchBytes) throws IOException {
        FormatContext context = context();
        Format format = DelimitedFormat.of(context, stretchBytes);
        assertThat(context.options().problems().all()).isEmpty();
        return format;
    }

    private FormatContext context() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), OPTIONS);
        Section options = Sections.read(folder, file, new Problems());
        return new FormatContext(options, Datasets.METER_READINGS, BRUSSELS, Set.of());
    }
}
