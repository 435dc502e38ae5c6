package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.change.Changes;
import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.kpi.shift.Shifts;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that months are computed from, as it was when the ledger was read.
 *
 * @param ledger the visible documents
 * @param version of the software
 * @param prelude of the engine that computes
 * @param today the day on which it is computed; empty where every month is taken as over
 */
record Inputs(
        Workspace workspace,
        Catalogue catalogue,
        ConfigRelations config,
        List<LedgerRow> ledger,
        String version,
        Optional<ModelFile> prelude,
        Optional<LocalDate> today) {

    /** Months before the computed one whose results its models and its year can see. */
    static final int EARLIER_MONTHS = 23;

    ZoneId zone() {
        return workspace.settings().zone();
    }

    /** The same on a day. */
    Inputs on(Optional<LocalDate> day) {
        return new Inputs(workspace, catalogue, config, ledger, version, prelude, day);
    }

    /** Of a month that is not over, the day up to whose beginning it can be known. */
    Optional<LocalDate> until(YearMonth month) {
        return today.filter(day -> !day.isAfter(month.atEndOfMonth()));
    }

    /** The documents that the models of a month can see any row of. */
    List<LedgerRow> documents(YearMonth month) {
        Map<String, Seen> seen = new HashMap<>();
        windows()
                .forEach(
                        (dataset, window) ->
                                seen.put(
                                        dataset,
                                        new Seen(
                                                LedgerRow.edge(
                                                        month.plusMonths(window.from()), zone()),
                                                LedgerRow.edge(
                                                        month.plusMonths(window.to() + 1L),
                                                        zone()))));
        return ledger.stream()
                .filter(
                        document -> {
                            Seen time = seen.get(document.dataset());
                            return time != null && document.touches(time.begin(), time.end());
                        })
                .toList();
    }

    /** The time of a dataset's rows that a month can see. */
    private record Seen(Instant begin, Instant end) {}

    /** The months in which documents have rows, in order. */
    SortedSet<YearMonth> months(StoreLayout layout) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (Dataset table : Datasets.collected()) {
            Map<YearMonth, Set<String>> documents = documentsByMonth(table);
            for (YearMonth month : layout.months(table.name())) {
                Set<String> ids = documents.getOrDefault(month, Set.of());
                if (!ids.isEmpty() && layout.hasAny(table.name(), month, ids)) {
                    months.add(month);
                }
            }
        }
        return months;
    }

    /** Of the rows of a document. */
    private record Times(Optional<Instant> firstAt, Optional<Instant> lastAt) {}

    /** Which documents may have rows in a month, from their first and last instants. */
    private Map<YearMonth, Set<String>> documentsByMonth(Dataset table) {
        Map<YearMonth, Set<String>> documents = new HashMap<>();
        // Of a delivery of many meters all documents have the same times.
        Map<Times, Optional<MonthSpan>> spans = new HashMap<>();
        for (LedgerRow document : ledger) {
            if (document.dataset().equals(table.name())) {
                spans
                        .computeIfAbsent(
                                new Times(document.firstAt(), document.lastAt()),
                                unused -> document.months(table, zone()))
                        .stream()
                        .flatMap(span -> span.months().stream())
                        .forEach(
                                month ->
                                        documents
                                                .computeIfAbsent(month, it -> new HashSet<>())
                                                .add(document.documentId()));
            }
        }
        return documents;
    }

    /** Whether the models of a month can see any row of a table between two instants. */
    boolean sees(YearMonth month, String dataset, Instant firstAt, Instant lastAt) {
        MonthWindow window = windows().get(dataset);
        return window != null
                && LedgerRow.touches(
                        firstAt,
                        lastAt,
                        month.plusMonths(window.from()),
                        month.plusMonths(window.to()),
                        zone());
    }

    /** A fingerprint of each model that months are made of, and of the prelude. */
    SortedMap<String, String> modelHashes() {
        SortedMap<String, String> hashes = new TreeMap<>(catalogue.hashesOfMonths());
        prelude.ifPresent(file -> hashes.put(file.name(), Fingerprint.of(file.sql())));
        return hashes;
    }

    /** The rows of the configuration that the models of a month can see. */
    ConfigRelations config(YearMonth month) {
        YearMonth first = month.minusMonths(EARLIER_MONTHS);
        int ahead = windows().values().stream().mapToInt(MonthWindow::to).max().orElse(0);
        return config.within(
                new MonthSpan(first, month), new MonthSpan(first, month.plusMonths(ahead)), zone());
    }

    /** A fingerprint of each part of the configuration that the models of a month see. */
    SortedMap<String, String> configHashes(YearMonth month) {
        SortedMap<String, String> hashes = config(month).hashes();
        hashes.put("zone", Fingerprint.of(zone().getId()));
        hashes.put(
                "measures",
                Fingerprint.of(
                        workspace.measures().stream()
                                .filter(it -> !it.startedOn().isAfter(month.atEndOfMonth()))
                                .map(it -> GoalText.of(it, month.atEndOfMonth()))
                                .sorted()
                                .toList()));
        hashes.put("days_off", Fingerprint.of(daysOff(month)));
        if (!catalogue.steering().isEmpty()) {
            hashes.put("goals", Fingerprint.of(goals(month).map(GoalText::of).sorted().toList()));
            hashes.put(
                    "baselines",
                    Fingerprint.of(
                            Baseline.heldIn(month, workspace.baselines()).stream()
                                    .map(it -> GoalText.of(it, month))
                                    .toList()));
        }
        return hashes;
    }

    /** The days of the week on which nobody works, in the months whose days it looks at. */
    private List<String> daysOff(YearMonth month) {
        return month.minusMonths(Shifts.MONTHS_BACK)
                .atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(it -> !workspace.workingDays().contains(it))
                .map(LocalDate::toString)
                .toList();
    }

    /** The months of its goals' and its energy's baselines that no other month it sees is. */
    SortedSet<YearMonth> baselinesBefore(YearMonth month) {
        if (catalogue.steering().isEmpty()) {
            return new TreeSet<>();
        }
        Stream<YearMonth> ofGoals =
                goals(month)
                        .filter(goal -> goal.baselineValue().isEmpty() && !goal.isCeiling())
                        .map(Goal::baselineMonth);
        return Stream.concat(ofGoals, baselineMonths(month))
                .filter(it -> it.isBefore(month.minusMonths(EARLIER_MONTHS)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All months whose days a month looks at, the earliest first. */
    List<YearMonth> monthsOfDays(YearMonth month) {
        return Stream.of(measureMonths(month), shiftMonths(month), changeMonths(month))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The months whose days tell where levels shift. */
    static List<YearMonth> shiftMonths(YearMonth month) {
        return new MonthWindow(-Shifts.MONTHS_BACK, 0).around(month);
    }

    /** The months that changes are about. */
    static List<YearMonth> changeMonths(YearMonth month) {
        return new MonthWindow(-Changes.MONTHS_BACK, 0).around(month);
    }

    private Stream<YearMonth> baselineMonths(YearMonth month) {
        return Baseline.heldIn(month, workspace.baselines()).stream()
                .flatMap(it -> new MonthSpan(it.firstMonth(), it.lastMonth()).months().stream());
    }

    /**
     * The months whose days tell what its measures came to, and what it is worth beside baselines.
     */
    List<YearMonth> measureMonths(YearMonth month) {
        Stream<YearMonth> ofMeasures =
                workspace.measures().stream()
                        .map(Measure::startedOn)
                        .flatMap(
                                start ->
                                        new MonthSpan(
                                                        YearMonth.from(
                                                                start.minusDays(
                                                                        MeasureResult.DAYS)),
                                                        YearMonth.from(
                                                                start.plusDays(MeasureResult.DAYS)))
                                                .months().stream());
        Stream<YearMonth> ofBaselines = Stream.concat(Stream.of(month), baselineMonths(month));
        return Stream.concat(ofMeasures, ofBaselines)
                .filter(it -> !it.isAfter(month))
                .distinct()
                .sorted()
                .toList();
    }

    /** Those that have begun by a month. */
    private Stream<Goal> goals(YearMonth month) {
        return workspace.goals().stream().filter(it -> !it.begins().isAfter(month));
    }

    /** A fingerprint of all of it that a month can see, but for the results of earlier months. */
    String fingerprint(YearMonth month) {
        List<String> parts = new ArrayList<>();
        parts.add(month.toString());
        parts.add(version);
        modelHashes().forEach((name, hash) -> parts.add(name + "=" + hash));
        configHashes(month).forEach((name, hash) -> parts.add(name + "=" + hash));
        documents(month).stream()
                .map(
                        it ->
                                Fingerprint.line(
                                        List.of(
                                                it.documentId(),
                                                it.batch(),
                                                it.definition(),
                                                it.dataset(),
                                                it.sha256(),
                                                it.records())))
                .forEach(parts::add);
        return Fingerprint.of(parts);
    }

    private Map<String, MonthWindow> windows() {
        return Catalogue.windows(catalogue.models());
    }
}
