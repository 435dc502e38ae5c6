package eu.wattpeil.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months under a server to which all kinds of things happen end as those of a server to which
 * nothing does.
 *
 * <p>What may not be alike: documents that were read half written are in the store, too, so that
 * numbers of batches and editions differ; and a month that was computed without a document has an
 * edition more.
 *
 * <p>The build serves a month day by day. For three years, in which the server looks once a month,
 * and something goes wrong with every third run:
 *
 * <pre>mvn -q test -Dtest=SoakIT -Dmonths=36 -Ddays="2 * *" -Done-in=3 -Dseed=7</pre>
 */
@DisabledOnOs(OS.WINDOWS)
class SoakIT {

    private static final int MONTHS = Integer.getInteger("months", 1);
    private static final long SEED = Long.getLong("seed", 20_261_127L);
    private static final YearMonth LAST = YearMonth.of(2026, 9);

    @TempDir Path folder;

    @Test
    void endsAsThatOfAServerToWhichNothingHappens() throws Exception {
        YearMonth first = LAST.minusMonths(MONTHS - 1L);
        long began = System.nanoTime();
        Soak calm = Soak.serve(folder.resolve("calm"), first, LAST, Optional.empty());
        long between = System.nanoTime();
        Soak stormy =
                Soak.serve(folder.resolve("stormy"), first, LAST, Optional.of(new Random(SEED)));
        System.out.printf(
                "seed %d: %d months in %.0f s, %d runs; with faults %.0f s, %d runs: %s%n",
                SEED,
                MONTHS,
                (between - began) / 1e9,
                calm.runs(),
                (System.nanoTime() - between) / 1e9,
                stormy.runs(),
                stormy.faults());

        assertThat(stormy.faults()).isNotEmpty();
        WorkspaceTree.assertNothingIsLeft("seed " + SEED, stormy.program());
        for (String query : List.of(SeenRows.READINGS, SeenRows.FIGURES)) {
            SeenRows.assertAlike("seed " + SEED, stormy.program(), calm.program(), query);
        }
        assertThat(reports(stormy.program())).isEqualTo(reports(calm.program()));
    }

    /** By month the figures of the last edition, without its number. */
    private static Map<String, String> reports(Program program) {
        Map<String, String> reports = new TreeMap<>();
        new TreeMap<>(program.files("reports", name -> name.endsWith("/kpis.csv")))
                .forEach(
                        (name, bytes) ->
                                reports.put(
                                        name.substring(0, name.indexOf('/')),
                                        new String(bytes, UTF_8)));
        return reports;
    }
}
