package eu.wattpeil.collect.metering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.MemoryRecords;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports made from known energy per quarter in UTC, written as Fluvius writes them, are read. */
final class FluviusClockChangeTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd-MM-yyyy;HH:mm:ss", Locale.ROOT);
    private static final String EAN = "541499900000000007";
    private static final List<String> REGISTERS =
            List.of("Afname Dag", "Afname Nacht", "Injectie Dag", "Injectie Nacht");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir private Path folder;

    /** A row before it is written; the volume is in Wh, -1 for none. */
    private record Row(Instant start, String register, int wattHours) {

        LocalDateTime localStart() {
            return LocalDateTime.ofInstant(start, BRUSSELS);
        }

        String flow() {
            return register.startsWith("Afname") ? EAN : EAN + "-injection";
        }

        String written() {
            LocalDateTime end = LocalDateTime.ofInstant(start.plus(QUARTER), BRUSSELS);
            String volume =
                    wattHours < 0
                            ? ";kWh;Geen verbruik"
                            : BigDecimal.valueOf(wattHours, 3).toString().replace('.', ',')
                                    + ";kWh;Gevalideerd";
            return String.join(
                    ";",
                    LOCAL.format(localStart()),
                    LOCAL.format(end),
                    "=\"" + EAN + "\"",
                    "",
                    "Digitale Meter",
                    register,
                    volume);
        }
    }

    @RepeatedTest(20)
    void givesEveryQuarterItsEnergyWhateverTheOrderOfRegisters(RepetitionInfo repetition)
            throws IOException {
        long seed = 20251026L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (String register : REGISTERS) {
            rows.addAll(quarters(register, "2025-10-25T18:00:00Z", "2025-10-26T06:00:00Z", random));
            rows.addAll(quarters(register, "2026-03-28T18:00:00Z", "2026-03-29T06:00:00Z", random));
        }

        MemoryRecords records = read(mixed(rows, random));

        assertThat(records.rejects()).as("seed %d", seed).isEmpty();
        assertThat(energies(records)).as("seed %d", seed).isEqualTo(energies(rows));
        assertThat(energy(records)).as("seed %d", seed).isEqualTo(energy(rows));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-25T22:00:00Z, 2025-10-26T23:00:00Z, 100",
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 92",
        "2025-06-14T22:00:00Z, 2025-06-15T22:00:00Z, 96"
    })
    void knowsHowManyQuartersADayHas(String from, String to, int quarters) throws IOException {
        List<Row> rows = quarters("Afname Nacht", from, to, new Random(1));
        rows.replaceAll(row -> new Row(row.start(), row.register(), 1));
        rows.sort(Comparator.comparing(Row::localStart));

        MemoryRecords records = read(rows);

        Set<String> starts =
                records.accepted().stream()
                        .map(row -> row.get("started_at"))
                        .collect(Collectors.toSet());
        assertThat(rows).hasSize(quarters);
        assertThat(starts).hasSize(quarters);
    }

    private static List<Row> quarters(String register, String from, String to, Random random) {
        List<Row> rows = new ArrayList<>();
        Instant end = Instant.parse(to);
        for (Instant start = Instant.parse(from);
                start.isBefore(end);
                start = start.plus(QUARTER)) {
            rows.add(new Row(start, register, random.nextInt(4) == 0 ? -1 : random.nextInt(9000)));
        }
        return rows;
    }

    /** Each register in the order of Fluvius, which is that of local time, but mixed at random. */
    private static List<Row> mixed(List<Row> rows, Random random) {
        List<Deque<Row>> waiting = new ArrayList<>();
        for (String register : REGISTERS) {
            waiting.add(
                    rows.stream()
                            .filter(row -> row.register().equals(register))
                            .sorted(Comparator.comparing(Row::localStart))
                            .collect(Collectors.toCollection(ArrayDeque::new)));
        }
        List<Row> mixed = new ArrayList<>();
        while (mixed.size() < rows.size()) {
            Deque<Row> register = waiting.get(random.nextInt(waiting.size()));
            if (!register.isEmpty()) {
                mixed.add(register.remove());
            }
        }
        return mixed;
    }

    private MemoryRecords read(List<Row> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Van datum;Van tijdstip;Tot datum;Tot tijdstip;EAN;Meter;Metertype;Register;Volume;"
                        + "Eenheid;Validatiestatus");
        rows.forEach(row -> lines.add(row.written()));
        Path file = folder.resolve("export.csv");
        Files.write(file, lines);
        Section options = Section.empty("jobs/collect/fluvius.yaml", new Problems());
        FluviusFormat format =
                FluviusFormat.of(
                        new FormatContext(options, Datasets.METER_READINGS, BRUSSELS, Set.of()));
        return FormatCases.read(
                format, FormatCases.document("export.csv", file), Datasets.METER_READINGS);
    }

    private static Map<String, BigDecimal> energies(MemoryRecords records) {
        Map<String, BigDecimal> energies = new TreeMap<>();
        for (Map<String, String> row : records.accepted()) {
            Instant start = Instant.parse(row.get("started_at"));
            assertThat(row.get("measured_at")).isEqualTo(start.plus(QUARTER).toString());
            BigDecimal before =
                    energies.put(
                            start + " " + row.get("meter_key"), new BigDecimal(row.get("value")));
            assertThat(before).isNull();
        }
        return energies;
    }

    private static Map<String, BigDecimal> energies(List<Row> rows) {
        Map<String, BigDecimal> energies = new TreeMap<>();
        for (Row row : rows) {
            if (row.wattHours() >= 0) {
                energies.merge(
                        row.start() + " " + row.flow(),
                        BigDecimal.valueOf(row.wattHours()),
                        BigDecimal::add);
            }
        }
        energies.replaceAll(
                (key, value) -> new BigDecimal(value.stripTrailingZeros().toPlainString()));
        return energies;
    }

    private static long energy(MemoryRecords records) {
        return records.accepted().stream().mapToLong(row -> Long.parseLong(row.get("value"))).sum();
    }

    private static long energy(List<Row> rows) {
        return rows.stream().mapToLong(row -> Math.max(0, row.wattHours())).sum();
    }
}
