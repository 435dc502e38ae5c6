package eu.wattpeil.collect.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real exports, which are not part of the project. The expected figures were counted and summed by
 * other means (awk, and Python with decimals and its own time zones).
 */
final class FluviusSampleTest {

    private static final Path SAMPLES = Path.of("../shared/samples/fluvius");

    @TempDir private Path folder;

    @Test
    void readsElectricityOfTwoFlows() throws IOException {
        MemoryRecords records = read(sample("elektriciteit"));

        assertThat(records.rejects()).isEmpty();
        List<Map<String, String>> offtake = rows(records, false);
        List<Map<String, String>> injection = rows(records, true);
        assertThat(offtake).hasSize(818);
        assertThat(sum(offtake)).isEqualByComparingTo("18192");
        assertThat(offtake.get(0))
                .containsEntry("started_at", "2021-10-12T05:30:00Z")
                .containsEntry("measured_at", "2021-10-12T05:45:00Z")
                .containsEntry("value", "67")
                .containsEntry("quality", "measured");
        assertThat(qualities(offtake))
                .containsExactlyInAnyOrderEntriesOf(Map.of("measured", 464L, "estimated", 354L));
        assertThat(injection).hasSize(464);
        assertThat(sum(injection)).isEqualByComparingTo("0");
    }

    @Test
    void readsGasOnceThoughEachHourIsThereTwice() throws IOException {
        MemoryRecords records = read(sample("gas"));

        assertThat(records.rejects()).isEmpty();
        assertThat(records.accepted()).hasSize(57);
        assertThat(records.accepted())
                .allSatisfy(row -> assertThat(row).containsEntry("quantity", "gas"));
        assertThat(sum(records.accepted())).isEqualByComparingTo("182085");
        assertThat(records.accepted().get(56)).containsEntry("started_at", "2022-01-12T14:00:00Z");
    }

    @Test
    void findsAHundredQuartersOnTheDayOfTheClockChange() throws IOException {
        List<String> lines = Files.readAllLines(sample("elektriciteit"));
        List<String> day = lines.stream().filter(line -> line.startsWith("31-10-2021")).toList();
        // The published file has no volumes on that day: it gets some.
        Stream<String> filled =
                day.stream()
                        .map(line -> line.replace(";;kWh;Geen verbruik", ";0,001;kWh;Gevalideerd"));
        Path file = folder.resolve("day.csv");
        Files.write(file, Stream.concat(Stream.of(lines.get(0)), filled).toList());

        MemoryRecords records = read(file);

        assertThat(day).hasSize(200);
        assertThat(records.rejects()).isEmpty();
        for (boolean isInjection : List.of(false, true)) {
            List<String> starts =
                    rows(records, isInjection).stream()
                            .map(row -> row.get("started_at"))
                            .distinct()
                            .sorted()
                            .toList();
            assertThat(starts).hasSize(100);
            assertThat(starts.get(0)).isEqualTo("2021-10-30T22:00:00Z");
            assertThat(starts.get(99)).isEqualTo("2021-10-31T22:45:00Z");
        }
    }

    private static Path sample(String quantity) throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().contains("_" + quantity + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static MemoryRecords read(Path file) throws IOException {
        Section options = Section.empty("jobs/collect/fluvius.yaml", new Problems());
        FluviusFormat format =
                FluviusFormat.of(
                        new FormatContext(
                                options,
                                Datasets.METER_READINGS,
                                ZoneId.of("Europe/Brussels"),
                                Set.of()));
        return FormatCases.read(
                format, FormatCases.document("export.csv", file), Datasets.METER_READINGS);
    }

    private static List<Map<String, String>> rows(MemoryRecords records, boolean isInjection) {
        return records.accepted().stream()
                .filter(row -> row.get("meter_key").endsWith("-injection") == isInjection)
                .toList();
    }

    private static BigDecimal sum(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Long> qualities(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("quality"), Collectors.counting()));
    }
}
