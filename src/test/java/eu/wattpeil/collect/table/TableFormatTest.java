package eu.wattpeil.collect.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.delimited.DelimitedFormat;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping does not know in what a table is written. */
class TableFormatTest {

    private static final List<String> NAMES = List.of("Tijd", "Meter", "Stand", "Status");

    /** With the hour that autumn repeats, newest first, and a flaw of each kind. */
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("26/10/2025 03:00", "A", "4,5", "ok"),
                    List.of("26/10/2025 02:00", "A", "4", "ok"),
                    List.of("26/10/2025 02:00", "A", "3", "ok"),
                    List.of("26/10/2025 01:00", "A", "2", "geschat"),
                    List.of("26/10/2025 00:00", "A", "KABOOM", "ok"),
                    List.of("25/10/2025 23:00", "", "1", "ok"),
                    List.of("25/10/2025 22:00", "A", "-", "ok"),
                    List.of("25/10/2025 21:00", "A"),
                    List.of("25/10/2025 20:00", "A", "1", "ok", "more"),
                    List.of("25/10/2025 19:00", "Totaal", "9", "ok"));

    private static final String OPTIONS =
            """
            decimal: ","
            missing: "-"
            only: {Meter: [A, ""]}
            columns:
              meter_key: Meter
              measured_at: {column: Tijd, pattern: "dd/MM/yyyy HH:mm"}
              value: {column: Stand, unit: kWh, kind: counter}
              quality: {column: Status, values: {ok: measured, geschat: estimated}}
            constants: {quantity: electricity}
            """;

    @TempDir private Path folder;

    @Test
    void readsATableInMemoryAsItReadsADelimitedText() throws IOException {
        MemoryRecords ofText =
                FormatCases.read(
                        DelimitedFormat.of(context()), document(), Datasets.METER_READINGS);
        MemoryRecords ofMemory =
                FormatCases.read(inMemory(ROWS), document(), Datasets.METER_READINGS);

        assertThat(ofMemory.accepted()).isNotEmpty().isEqualTo(ofText.accepted());
        assertThat(ofMemory.rejects()).isNotEmpty().isEqualTo(ofText.rejects());
        assertThat(ofMemory.accepted())
                .extracting(row -> row.get("measured_at"))
                .containsExactly(
                        "2025-10-26T02:00:00Z",
                        "2025-10-26T01:00:00Z",
                        "2025-10-26T00:00:00Z",
                        "2025-10-25T23:00:00Z");
    }

    @Test
    void rejectsATableWithoutRows() throws IOException {
        MemoryRecords read =
                FormatCases.read(inMemory(List.of()), document(), Datasets.METER_READINGS);

        assertThat(read.rejects())
                .containsExactly(Reject.document(Reason.EMPTY_DOCUMENT, "rows", "only a header"));
    }

    private Format inMemory(List<List<String>> rows) throws IOException {
        TableSettings settings = TableSettingsReader.read(context(), true);
        return new TableFormat(document -> List.of(() -> new MemoryTable(rows)), settings);
    }

    private FormatContext context() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), OPTIONS);
        Problems problems = new Problems();
        Section options = Sections.read(folder, file, problems);
        assertThat(problems.all()).isEmpty();
        return new FormatContext(
                options, Datasets.METER_READINGS, ZoneId.of("Europe/Brussels"), Set.of());
    }

    private static Document document() {
        String text =
                String.join(";", NAMES)
                        + ROWS.stream()
                                .map(row -> "\n" + String.join(";", row))
                                .collect(Collectors.joining())
                        + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Document(
                "x.csv", bytes.length, "0".repeat(64), () -> new ByteArrayInputStream(bytes));
    }

    private record MemoryTable(List<List<String>> texts) implements Table {

        @Override
        public Header header() {
            return new Header(NAMES, NAMES.size());
        }

        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public Rows rows() {
            return new MemoryRows(texts);
        }

        @Override
        public Rows firstRows() {
            return new MemoryRows(texts);
        }

        @Override
        public void close() {}
    }

    private static final class MemoryRows implements Rows {

        private final List<List<String>> texts;
        private int row = -1;
        private byte[] bytes = new byte[0];
        private int[] ends = new int[0];

        MemoryRows(List<List<String>> texts) {
            this.texts = texts;
        }

        @Override
        public boolean next() {
            row++;
            if (row == texts.size()) {
                return false;
            }
            List<String> fields = texts.get(row);
            bytes = String.join("", fields).getBytes(StandardCharsets.US_ASCII);
            ends = new int[fields.size()];
            int end = 0;
            for (int i = 0; i < ends.length; i++) {
                end += fields.get(i).length();
                ends[i] = end;
            }
            return true;
        }

        @Override
        public long line() {
            return row + 2L;
        }

        @Override
        public int fields() {
            return ends.length;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public int from(int field) {
            return field == 0 ? 0 : ends[field - 1];
        }

        @Override
        public int to(int field) {
            return ends[field];
        }

        @Override
        public boolean isEmpty(int field) {
            return field >= ends.length || from(field) == to(field);
        }

        @Override
        public boolean isBroken() {
            return false;
        }

        @Override
        public String whole() {
            return "a row";
        }

        @Override
        public boolean isCutOff() {
            return false;
        }

        @Override
        public void close() {}
    }
}
