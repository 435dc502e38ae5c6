package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.AllMonthsFiles.Kind;
import eu.wattpeil.report.explorer.AllMonths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllMonthsFilesTest {

    private static final int YEARS = 4;

    @TempDir Path folder;

    private final Queue<List<YearMonth>> values = new ConcurrentLinkedQueue<>();
    private final Queue<List<YearMonth>> causes = new ConcurrentLinkedQueue<>();

    @Test
    void readsEachMonthOnceForTableAndPage() throws IOException {
        AllMonths all = watched(ManyMonths.of(YEARS * 12, Map.of("room", 1)));

        PublishedTown.ofAllMonths(folder).publish(all, EnumSet.allOf(Kind.class));

        assertThat(values.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(all.months());
        assertThat(causes.stream().flatMap(List::stream))
                .as("those of three years, which the page shows")
                .containsExactlyInAnyOrderElementsOf(all.months().subList(12, YEARS * 12));
        assertThat(values).as("a year at once").hasSize(YEARS);
    }

    @Test
    void readsForThePageAloneTheMonthsThatItShows() throws IOException {
        AllMonths all = watched(ManyMonths.of(YEARS * 12, Map.of()));

        PublishedTown.ofAllMonths(folder).publish(all, Set.of(Kind.PAGE));

        assertThat(values.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(all.months().subList(12, YEARS * 12));
        assertThat(folder.resolve("kpis-all.csv")).doesNotExist();
    }

    @Test
    void makesTheSameWhetherOneOrBothAreAskedFor() throws IOException {
        AllMonths all = ManyMonths.of(14, Map.of("room", 2, "department", 3));
        Path both = folder.resolve("both");
        Path one = folder.resolve("one");

        PublishedTown.ofAllMonths(both).publish(all, EnumSet.allOf(Kind.class));
        PublishedTown.ofAllMonths(one).publish(all, Set.of(Kind.TABLE));
        PublishedTown.ofAllMonths(one).publish(all, Set.of(Kind.PAGE));

        for (String file : List.of("kpis-all.csv", "explorer.html", "explorer.en.html")) {
            assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(both.resolve(file));
        }
    }

    @Test
    void tellsWhichOfThoseThatAreWantedAreMissing() throws IOException {
        AllMonthsFiles files = PublishedTown.ofAllMonths(folder);
        List<Locale> languages = List.of(Waterdam.DUTCH, Locale.ENGLISH);
        files.publish(ManyMonths.of(2, Map.of()), EnumSet.allOf(Kind.class));

        assertThat(files.missing(EnumSet.allOf(Kind.class), languages)).isEmpty();
        Files.delete(folder.resolve("kpis-all.csv"));
        assertThat(files.missing(EnumSet.allOf(Kind.class), languages)).containsExactly(Kind.TABLE);
        assertThat(files.missing(Set.of(Kind.PAGE), languages)).isEmpty();
    }

    private AllMonths watched(AllMonths all) {
        return new AllMonths(
                all.newest(),
                all.months(),
                noted(all.values(), values),
                noted(all.causes(), causes),
                all.lineage());
    }

    private static <T> Function<List<YearMonth>, T> noted(
            Function<List<YearMonth>, T> reading, Queue<List<YearMonth>> notes) {
        return months -> {
            notes.add(months);
            return reading.apply(months);
        };
    }
}
