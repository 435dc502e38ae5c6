package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the committed sample against its generator, and against what the project promises of it.
 */
class SampleDataTest {

    private static final Path COMMITTED_DATA = Path.of("sample-data");
    private static final Path COMMITTED_FACTS = Path.of("src", "test", "resources", "sample");
    private static final long MAX_BYTES = 6_000_000;
    private static final Pattern EAN = Pattern.compile("(?<!\\d)\\d{18}(?!\\d)");

    @TempDir private static Path workspace;
    private static Path data;
    private static Path facts;

    @BeforeAll
    static void regenerates() {
        data = workspace.resolve("sample-data");
        facts = workspace.resolve("facts");
        SampleData.write(data, facts);
    }

    @Test
    void committedFilesAreThoseOfTheGenerator() {
        Map<String, Path> regenerated = filesIn(data);

        assertThat(filesIn(COMMITTED_DATA)).containsOnlyKeys(regenerated.keySet());
        filesIn(COMMITTED_DATA)
                .forEach((name, file) -> hasSameText(name, file, regenerated.get(name)));
    }

    @Test
    void committedFactsAreThoseOfTheGenerator() {
        assertThat(COMMITTED_FACTS.resolve("truth.csv"))
                .hasSameTextualContentAs(facts.resolve("truth.csv"));
        assertThat(COMMITTED_FACTS.resolve("events.csv"))
                .hasSameTextualContentAs(facts.resolve("events.csv"));
    }

    @Test
    void theConfigurationKnowsWhatHappenedToTheMeters() {
        assertThat(Path.of("config/events.csv"))
                .hasSameTextualContentAs(COMMITTED_FACTS.resolve("events.csv"));
    }

    @Test
    void committedFilesTakeSixMegabytesAtMost() {
        long bytes =
                filesIn(COMMITTED_DATA).values().stream()
                        .mapToLong(file -> bytes(file).length)
                        .sum();

        assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void packedFilesHoldNoTimeOfPacking() {
        filesIn(COMMITTED_DATA)
                .forEach(
                        (name, file) ->
                                assertThat(Arrays.copyOfRange(bytes(file), 4, 8))
                                        .as(name)
                                        .containsOnly(0));
    }

    @Test
    void noMeterNumberButTheInventedOneAppears() {
        List<String> found =
                filesIn(COMMITTED_DATA).entrySet().stream()
                        .flatMap(file -> Stream.of(file.getKey(), text(file.getValue())))
                        .flatMap(text -> EAN.matcher(text).results())
                        .map(MatchResult::group)
                        .distinct()
                        .toList();

        assertThat(found).containsExactly("541400000000000000");
    }

    @Test
    void clockChangesMakeDaysOfNinetyTwoAndAHundredQuarterHours() {
        assertThat(activeRowsFrom("26-10-2025", "20251001_20251031")).isEqualTo(100);
        assertThat(activeRowsFrom("29-03-2026", "20260301_20260331")).isEqualTo(92);
        assertThat(activeRowsFrom("25-10-2026", "20261001_20261031")).isEqualTo(100);
        assertThat(activeRowsFrom("24-10-2026", "20261001_20261031")).isEqualTo(96);
    }

    @Test
    void theRepeatedHourIsInterleavedAndItsFirstPassEndsBeforeItBegan() {
        List<String> lastPair =
                fluvius("20251001_20251031")
                        .filter(row -> row.startsWith("26-10-2025;02:45:00"))
                        .filter(row -> row.contains(";Afname Actief;"))
                        .map(
                                row ->
                                        row.substring(
                                                0, "26-10-2025;02:45:00;26-10-2025;hh:mm".length()))
                        .toList();

        assertThat(lastPair)
                .containsExactly(
                        "26-10-2025;02:45:00;26-10-2025;02:00",
                        "26-10-2025;02:45:00;26-10-2025;03:00");
    }

    private static long activeRowsFrom(String day, String range) {
        return fluvius(range)
                .filter(row -> row.startsWith(day))
                .filter(row -> row.contains(";Afname Actief;"))
                .count();
    }

    private static Stream<String> fluvius(String range) {
        String name =
                "Verbruikshistoriek_elektriciteit_541400000000000000_"
                        + range
                        + "_kwartiertotalen.csv.gz";
        return text(COMMITTED_DATA.resolve("fluvius").resolve(name)).lines();
    }

    private static void hasSameText(String name, Path committed, Path regenerated) {
        int difference = Arrays.mismatch(unpacked(committed), unpacked(regenerated));
        assertThat(difference).as("%s: first byte that differs", name).isEqualTo(-1);
    }

    private static Map<String, Path> filesIn(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(
                                    path -> folder.relativize(path).toString().replace('\\', '/'),
                                    path -> path,
                                    (one, other) -> one,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return new String(unpacked(file), ISO_8859_1);
    }

    private static byte[] unpacked(Path file) {
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
