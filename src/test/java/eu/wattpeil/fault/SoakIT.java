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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Months under a server to which all kinds of things happen end as those of a server to which
 * nothing does.
 *
 * <p>What may not be alike: documents that were read half written are in the store, too, so that
 * numbers of batches differ, and what the report tells of documents, of rows that were no use, and
 * of figures that changed by them; and a month that was computed without a document has an edition
 * more: of that the figures are held alike.
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
        assertAlike(reports(stormy.program()), reports(calm.program()));
    }

    /** What a month published last. */
    private record LastEdition(int editions, Map<String, String> files) {

        /** A table of figures, without the number of the edition. */
        String figures() {
            return files.get("kpis.csv");
        }

        /** The page as far as its chapter of data, and all that a program reads. */
        List<String> told() {
            String page = files.get("report.nl.html");
            ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(files.get("report.json"));
            data.remove(List.of("inputs_fingerprint", "rejects", "restated"));
            data.withArray("sources")
                    .forEach(
                            it ->
                                    ((ObjectNode) it)
                                            .remove(List.of("documents", "records", "rejects")));
            return List.of(
                    page.substring(0, page.indexOf("<section class=\"page\" id=\"data\""))
                            .replaceAll("<li><a href=\"#data\">Geweigerde rijen</a>.*?</li>", ""),
                    files.get("public.nl.html").replaceAll("<p>Editie .*?</p>", ""),
                    data.toPrettyString());
        }
    }

    private static void assertAlike(
            SortedMap<String, LastEdition> found, SortedMap<String, LastEdition> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        int whole = 0;
        for (Map.Entry<String, LastEdition> month : expected.entrySet()) {
            LastEdition other = found.get(month.getKey());
            assertThat(other.figures()).as(month.getKey()).isEqualTo(month.getValue().figures());
            if (other.editions() == month.getValue().editions()) {
                assertThat(other.told()).as(month.getKey()).isEqualTo(month.getValue().told());
                whole++;
            }
        }
        System.out.printf("%d of %d months told alike%n", whole, expected.size());
        assertThat(whole).isPositive();
    }

    private static SortedMap<String, LastEdition> reports(Program program) {
        SortedMap<String, SortedMap<Integer, Map<String, String>>> all = new TreeMap<>();
        Pattern edition =
                Pattern.compile(
                        "(?<month>[0-9-]{7})/edition-(?<number>[0-9]+)/(?<file>kpis[.]csv"
                                + "|report[.]json|report[.]nl[.]html|public[.]nl[.]html)");
        program.files("reports", edition.asMatchPredicate())
                .forEach(
                        (name, bytes) -> {
                            Matcher part = edition.matcher(name);
                            assertThat(part.matches()).isTrue();
                            all.computeIfAbsent(part.group("month"), month -> new TreeMap<>())
                                    .computeIfAbsent(
                                            Integer.valueOf(part.group("number")),
                                            number -> new TreeMap<>())
                                    .put(part.group("file"), new String(bytes, UTF_8));
                        });
        SortedMap<String, LastEdition> last = new TreeMap<>();
        all.forEach(
                (month, editions) ->
                        last.put(
                                month,
                                new LastEdition(
                                        editions.size(), editions.get(editions.lastKey()))));
        return last;
    }
}
