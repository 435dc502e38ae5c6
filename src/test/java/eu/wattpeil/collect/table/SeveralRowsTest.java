package eu.wattpeil.collect.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.delimited.DelimitedFormat;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are read several at once are those that are read one by one. */
class SeveralRowsTest {

    private static final int ROUNDS = 400;

    private static final List<String> TIMES =
            List.of(
                    "24/10/2025 02:30",
                    "25/10/2025 23:45",
                    "26/10/2025 01:45",
                    "1/2/2024 0:00",
                    "30/03/2025 01:59",
                    "29/02/2024 24:00",
                    "26/10/2025 03:00");

    /** What a clock change repeats or leaves out, what is no time, and what is too early. */
    private static final List<String> STRANGE_TIMES =
            List.of(
                    "26/10/2025 02:30",
                    "30/03/2025 02:30",
                    "31/02/2025 00:00",
                    "",
                    "-",
                    "soon",
                    "01/01/1901 00:00",
                    "01/01/2035 00:00",
                    "\"25/10/2025 02:30\"");

    private static final List<String> NUMBERS =
            List.of("0", "12,5", "+7", "123,4567", " 3 ", "=\"4\"", "0,0004", "12,3456");

    private static final List<String> STRANGE_NUMBERS =
            List.of(
                    "",
                    "-",
                    "x",
                    "-5",
                    "1.5",
                    "1234567,891",
                    "99999999999999999999",
                    "\"8\"",
                    "1e3",
                    "200000000000");

    private static final List<String> METERS = List.of("A", "B 1", "é", " C ", "quantity");

    private static final List<String> STRANGE_METERS = List.of("", "-", "\"D;1\"", "\"open", "\0");

    private static final List<String> QUALITIES = List.of("ok", "guess", "");

    private static final List<String> STATUSES = List.of("1", "2", "1");

    private static final List<String> STRANGE_QUALITIES = List.of("-", "bad", "\"ok\"", "OK");

    private static final List<String> STRANGE_ROWS =
            List.of(
                    "\n",
                    ";;;;\n",
                    "  \r\n",
                    "01/02/2024 00:00;A\n",
                    "\"open;1;2\n",
                    "a;b;c;d;e;f\n");

    private static final List<String> READINGS =
            List.of(
                    """
                    decimal: ","
                    missing: "-"
                    columns:
                      meter_key: meter
                      measured_at: {column: time, pattern: "d/M/yyyy H:mm"}
                      value: {column: value, unit: kWh, kind: counter}
                      quality: {column: quality, values: {ok: measured, guess: estimated}}
                    constants: {quantity: electricity}
                    """,
                    """
                    decimal: ","
                    missing: "-"
                    interval: PT15M
                    stamp: end
                    columns:
                      meter_key: meter
                      measured_at: {column: time, pattern: "d/M/yyyy H:mm"}
                      value: {column: value, unit: kWh, kind: interval}
                    constants: {quantity: electricity}
                    """,
                    """
                    decimal: ","
                    missing: "-"
                    columns:
                      meter_key: meter
                      measured_at: {column: time, pattern: "d/M/yyyy H:mm"}
                      value: {column: value, unit: "°C", kind: power}
                    constants: {quantity: temperature}
                    """);

    private static final String DEVICES =
            """
            decimal: ","
            missing: "-"
            constants: {observed_on: "2026-01-31"}
            columns:
              device_id: meter
              first_used_on: {column: time, pattern: "d/M/yyyy H:mm"}
              price_eur: value
              category: {column: quality, values: {ok: laptop, guess: server}}
              status: {column: status, values: {"1": in_use, "2": in_stock}}
            """;

    @TempDir private Path folder;

    @Test
    void readsReadingsTheSameSeveralAtOnceOrOneByOne() throws IOException {
        for (String options : READINGS) {
            assertSame(options, Datasets.METER_READINGS);
        }
    }

    @Test
    void readsDevicesTheSameSeveralAtOnceOrOneByOne() throws IOException {
        assertSame(DEVICES, Datasets.DEVICES);
    }

    private void assertSame(String options, Dataset dataset) throws IOException {
        Format format = format(options, dataset);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int together = 0;
        int rejected = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = table(random);
            MemoryRecords several =
                    FormatCases.read(format, document(text), new MemoryRecords(dataset));
            MemoryRecords oneByOne =
                    FormatCases.read(format, document(text), MemoryRecords.oneByOne(dataset));

            String claim = "seed %d, round %d, text <%s>".formatted(seed, round, text);
            assertThat(several.accepted()).as(claim).isEqualTo(oneByOne.accepted());
            assertThat(several.rejects()).as(claim).isEqualTo(oneByOne.rejects());
            together += several.acceptedTogether();
            rejected += several.rejects().size();
        }
        assertThat(together).as("rows read with others, seed %d", seed).isGreaterThan(5 * ROUNDS);
        assertThat(rejected).as("rejects, seed %d", seed).isGreaterThan(ROUNDS);
    }

    /** Most tables are as they should be, in others much is strange. */
    private static String table(Random random) {
        int oddity = random.nextBoolean() ? 0 : 1 + random.nextInt(30);
        StringBuilder text = new StringBuilder("time;meter;value;quality;status\n");
        int rows = random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(100) < oddity) {
                text.append(STRANGE_ROWS.get(random.nextInt(STRANGE_ROWS.size())));
                continue;
            }
            text.append(one(TIMES, STRANGE_TIMES, oddity, random)).append(';');
            text.append(one(METERS, STRANGE_METERS, oddity, random)).append(';');
            text.append(one(NUMBERS, STRANGE_NUMBERS, oddity, random)).append(';');
            text.append(one(QUALITIES, STRANGE_QUALITIES, oddity, random)).append(';');
            text.append(one(STATUSES, STRANGE_QUALITIES, oddity, random));
            text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String one(List<String> usual, List<String> strange, int oddity, Random random) {
        List<String> texts = random.nextInt(200) < oddity ? strange : usual;
        return texts.get(random.nextInt(texts.size()));
    }

    private Format format(String options, Dataset dataset) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), options);
        Problems problems = new Problems();
        Section section = Sections.read(folder, file, problems);
        Format format =
                DelimitedFormat.of(
                        new FormatContext(
                                section, dataset, ZoneId.of("Europe/Brussels"), Set.of()));
        section.rejectUnknownKeys();
        assertThat(problems.all()).isEmpty();
        return format;
    }

    private static Document document(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Document(
                "x.csv", bytes.length, "0".repeat(64), () -> new ByteArrayInputStream(bytes));
    }
}
