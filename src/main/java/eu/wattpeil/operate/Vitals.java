package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.GoalStandings;
import eu.wattpeil.kpi.query.StoreFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody who watches over a workspace wants to know of its store. The last month is the last
 * one that is over and computed.
 *
 * @param sources one per definition, by name
 * @param lastMonth when the last month began; empty where there is none
 * @param coverage by KPI, the share of what its value of the organisation should cover that is
 *     known, 0 to 1, in the last month; a KPI of which it is not known, or not told, is absent
 * @param verdicts by goal that has begun, how it stood in the last month, such as {@code on_course}
 */
public record Vitals(
        List<Source> sources,
        Optional<Instant> lastMonth,
        SortedMap<String, Double> coverage,
        SortedMap<String, String> verdicts) {

    public Vitals {
        sources = List.copyOf(sources);
        coverage = new TreeMap<>(coverage);
        verdicts = new TreeMap<>(verdicts);
    }

    /**
     * A source.
     *
     * @param waiting documents within reach that the store lacks; empty where nobody can look
     * @param lastAt the latest instant that its rows speak of; empty without rows
     */
    public record Source(String name, OptionalLong waiting, Optional<Instant> lastAt) {}

    /** Reads only, and takes no lock: it may be asked while a run is at work. */
    public static Vitals of(Setup setup, Clock clock) throws IOException {
        Store store = Setup.store(setup.workspace());
        List<Source> sources =
                Status.sources(setup, clock, store, StoreFacts.sources(store)).stream()
                        .map(it -> new Source(it.name(), waiting(it), it.lastAt()))
                        .toList();
        Editions editions = new Editions(store);
        Optional<Edition> last = lastWhole(editions);
        ZoneId zone = setup.workspace().settings().zone();
        return new Vitals(
                sources,
                last.map(it -> it.month().atDay(1).atStartOfDay(zone).toInstant()),
                last.map(it -> coverage(editions, it)).orElseGet(TreeMap::new),
                last.map(it -> verdicts(editions, it)).orElseGet(TreeMap::new));
    }

    /** None is found where something cannot be looked at: then nobody knows whether any waits. */
    private static OptionalLong waiting(StatusFacts.SourceStatus source) {
        return source.waiting() == 0 && !source.unreadable().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(source.waiting());
    }

    /** Of a month that is not over little is known, and nothing is wrong with that. */
    private static Optional<Edition> lastWhole(Editions editions) {
        return editions.current().stream()
                .filter(it -> editions.until(it.month(), it.number()).isEmpty())
                .max(Comparator.comparing(Edition::month));
    }

    private static SortedMap<String, Double> coverage(Editions editions, Edition edition) {
        SortedMap<String, Double> coverage = new TreeMap<>();
        for (KpiValue value : editions.values(edition.month(), edition.number())) {
            if (value.isOfOrganisation() && value.period() == Period.MONTH && !value.isWithheld()) {
                value.coverage().ifPresent(known -> coverage.put(value.kpiId(), known));
            }
        }
        return coverage;
    }

    private static SortedMap<String, String> verdicts(Editions editions, Edition edition) {
        SortedMap<String, String> verdicts = new TreeMap<>();
        EditionTable table = editions.table(GoalStandings.TABLE, edition);
        for (List<Object> values : table.rows()) {
            PublishedRow row = new PublishedRow(table, values);
            verdicts.put(row.text("goal_id").orElseThrow(), row.text("verdict").orElseThrow());
        }
        return verdicts;
    }
}
