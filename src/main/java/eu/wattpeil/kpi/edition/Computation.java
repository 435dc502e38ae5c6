package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.change.Changes;
import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.kpi.shift.Shifts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.UsedFiles;
import eu.wattpeil.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes months: from the documents in the store to an edition of the KPIs.
 *
 * <p>It sees the ledger and the configuration as they were when it was made; make a new one after
 * collecting. Compute months in ascending order and ask of each only when its turn comes: a month
 * sees the results of the 23 months before it. Every step may be repeated, and killed at any point:
 * repeated with the same inputs it gives the same bytes, and nothing of it is shown before the last
 * one.
 */
public final class Computation {

    private static final int MOST_SILENT_MONTHS = 12;

    private final Engines engines;
    private final Inputs inputs;
    private final Store store;
    private final Editions editions;
    private final Verdicts verdicts;
    private final UsedFiles used;
    private final ClosedMonths closed;
    private final KnownValues known;

    private Computation(
            Engines engines,
            Inputs inputs,
            Store store,
            Editions editions,
            Verdicts verdicts,
            UsedFiles used) {
        this.engines = engines;
        this.used = used;
        this.verdicts = verdicts;
        this.inputs = inputs;
        this.store = store;
        this.editions = editions;
        closed = ClosedMonths.of(inputs.catalogue(), store);
        known = new KnownValues(editions);
    }

    /** As the five-argument form, where no goals are judged. */
    public static Computation open(
            Workspace workspace, Catalogue catalogue, Store store, String version) {
        return open(workspace, catalogue, store, version, Verdicts.NONE);
    }

    /**
     * The same where the ledger was read already.
     *
     * @param ledger the documents that are in
     */
    public static Computation open(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            List<LedgerRow> ledger,
            String version) {
        return open(workspace, catalogue, store, ledger, version, Verdicts.NONE, UsedFiles.NONE);
    }

    /**
     * Reads the ledger. For the one process that may write to the store.
     *
     * @param catalogue loaded from the workspace's models without a problem
     * @param version of the software, part of every fingerprint
     * @param verdicts of the goals, by which a small change may be a material one
     */
    public static Computation open(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            String version,
            Verdicts verdicts) {
        return open(workspace, catalogue, store, version, verdicts, UsedFiles.NONE);
    }

    /**
     * As the five-argument form, where editions shall be computed again one day.
     *
     * @param used the files that the workspace and the models were read from, which are kept
     */
    public static Computation open(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            String version,
            Verdicts verdicts,
            UsedFiles used) {
        return open(workspace, catalogue, store, store.documents(), version, verdicts, used);
    }

    /**
     * The same where the ledger was read already.
     *
     * @param ledger the documents that are in
     */
    public static Computation open(
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            List<LedgerRow> ledger,
            String version,
            Verdicts verdicts,
            UsedFiles used) {
        return open(
                Engines.of(workspace.settings().cluster()),
                workspace,
                catalogue,
                store,
                ledger,
                version,
                verdicts,
                used);
    }

    static Computation open(
            Engine engine,
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            String version,
            Verdicts verdicts,
            UsedFiles used) {
        return open(
                Engines.only(engine),
                workspace,
                catalogue,
                store,
                store.documents(),
                version,
                verdicts,
                used);
    }

    private static Computation open(
            Engines engines,
            Workspace workspace,
            Catalogue catalogue,
            Store store,
            List<LedgerRow> ledger,
            String version,
            Verdicts verdicts,
            UsedFiles used) {
        engines.removeLeftovers(store.root());
        ConfigRelations config = ConfigRelations.of(workspace);
        return new Computation(
                engines,
                new Inputs(
                        workspace,
                        catalogue,
                        config,
                        ledger,
                        version,
                        catalogue.prelude(Engines.chosen().name()),
                        Optional.empty()),
                store,
                new Editions(store, engines.here()),
                verdicts,
                used);
    }

    /** The same on a day: what comes after its beginning nobody can know yet. */
    public Computation on(LocalDate today) {
        return new Computation(
                engines, inputs.on(Optional.of(today)), store, editions, verdicts, used);
    }

    /**
     * One that computes as an edition was computed.
     *
     * @param editions as they were shown then
     */
    static Computation again(
            Engine engine, Inputs inputs, Store store, Editions editions, Verdicts verdicts) {
        return new Computation(
                Engines.only(engine), inputs, store, editions, verdicts, UsedFiles.NONE);
    }

    /**
     * The months that are over and of which there is data, or was when they were computed, in
     * order; a month without data between two others counts, so that its report can say so, unless
     * there is none for more than {@value #MOST_SILENT_MONTHS} months: one stray row of another
     * year makes no years of empty reports.
     *
     * <p>A document speaks of the months between its first and last instant; an instant at the edge
     * of two months belongs to the one that it closes.
     */
    public List<YearMonth> months(Clock clock) {
        Instant now = clock.instant();
        List<YearMonth> months = new ArrayList<>();
        SortedSet<YearMonth> known = new TreeSet<>(inputs.months(store.layout()));
        editions.current().forEach(edition -> known.add(edition.month()));
        for (YearMonth month : known) {
            if (!months.isEmpty()) {
                months.addAll(silent(months.get(months.size() - 1), month));
            }
            months.add(month);
        }
        return months.stream().filter(month -> !end(month).isAfter(now)).toList();
    }

    /** The months between two others, unless they are too many. */
    private static List<YearMonth> silent(YearMonth before, YearMonth after) {
        List<YearMonth> between =
                new MonthSpan(before.plusMonths(1), after.minusMonths(1)).months();
        return between.size() > MOST_SILENT_MONTHS ? List.of() : between;
    }

    /**
     * A fingerprint of all that the month's values depend on: the documents that its models can
     * see, the configuration, the models, the software, and the results of the months before.
     */
    public String fingerprint(YearMonth month) {
        List<String> parts = new ArrayList<>();
        parts.add(inputs.fingerprint(month));
        inputs.until(month).map(LocalDate::toString).ifPresent(parts::add);
        Stream.concat(earlier(month).stream(), inputs.baselinesBefore(month).stream())
                .map(it -> editions.current(it).map(Edition::contents).orElse(""))
                .forEach(parts::add);
        return Fingerprint.of(parts);
    }

    /**
     * What a month lacks, so that it cannot be computed anew: its edition stays as it is. Empty for
     * other months.
     */
    public Optional<KeptFrom> lacking(YearMonth month) {
        return closed.lacking(month);
    }

    /**
     * How many documents came too late for a month that lacks records: it would see them, and its
     * edition is not made from them.
     *
     * @param batch after which they came
     */
    public long tooLate(YearMonth month, long batch) {
        Set<String> seen =
                current(month).map(editions::documentIds).orElse(Set.of()).stream()
                        .map(LedgerRow::contentId)
                        .collect(Collectors.toSet());
        return inputs.documents(month).stream()
                .filter(document -> document.batch() > batch)
                .filter(document -> !seen.contains(LedgerRow.contentId(document.documentId())))
                .count();
    }

    /**
     * From which month on the records of a dataset can be removed, and those months stay computable
     * that are computed from it on.
     *
     * @param first the earliest month that is still to be computed
     */
    public YearMonth unneededBefore(String dataset, YearMonth first) {
        MonthWindow window = Catalogue.windows(inputs.catalogue().models()).get(dataset);
        return window == null ? first : first.plusMonths(window.from());
    }

    /** The edition of a month that is shown. */
    public Optional<Edition> current(YearMonth month) {
        return editions.current(month);
    }

    /**
     * Whether rows of a table between two instants would change what the month is computed from:
     * its own documents, or the results of the months before.
     */
    public boolean isTouchedBy(YearMonth month, String dataset, Instant firstAt, Instant lastAt) {
        return inputs.sees(month, dataset, firstAt, lastAt)
                || earlier(month).stream()
                        .anyMatch(it -> inputs.sees(it, dataset, firstAt, lastAt));
    }

    /**
     * Whether the month was never computed, or from other inputs than there are now, or lost what
     * was computed. One that lacks records is not.
     */
    public boolean isDue(YearMonth month) {
        if (lacking(month).isPresent()) {
            return false;
        }
        String fingerprint = fingerprint(month);
        return current(month).filter(it -> it.fingerprint().equals(fingerprint)).isEmpty()
                || !editions.parts(month).stream().allMatch(store::isThere);
    }

    /**
     * Does all that is needed for a month; the edition that is shown then. First the month of every
     * materialised model is written, unless it is there from the same inputs; then the KPIs and
     * what is published beside them are computed, and shown. Values and rows that equal those shown
     * stay in their edition, and so do those that differ by less than what is material: then the
     * edition has a note of it. Others become the next one.
     */
    public Edition compute(YearMonth month) {
        lacking(month)
                .ifPresent(
                        it -> {
                            throw new ComputationException(month + ": " + it.words());
                        });
        repairBefore(month);
        String fingerprint = fingerprint(month);
        Optional<Edition> before = current(month);
        Contents computed;
        String materialised;
        try (MonthModels models = open(inputs, month)) {
            if (!editions.materialised(month).equals(fingerprint) || !isIntact(month)) {
                materialise(models, month, fingerprint);
            }
            computed = contents(models, month, before);
            materialised = models.materialisedHash();
        }
        Contents shown = before.map(this::shownContents).orElse(Contents.NONE);
        Optional<LaterChange> later =
                before.filter(it -> !shown.equals(computed))
                        .flatMap(it -> laterChange(it, shown, computed));
        boolean isKept =
                before.filter(it -> isOverInBoth(it, inputs.until(month))).isPresent()
                        && (shown.equals(computed) || later.isPresent());
        int number = before.map(it -> isKept ? it.number() : it.number() + 1).orElse(1);
        String contents = (isKept ? shown : computed).fingerprint(materialised);
        Edition edition = new Edition(month, number, fingerprint, contents);
        if (!isKept) {
            List<StoredFile> written =
                    editions.write(month, number, computed.values(), computed.tables());
            Kept kept = new Kept(store);
            kept.keep(used.own());
            kept.keep(used.packaged());
            editions.writeManifest(month, number, manifest(edition, computed, written));
        }
        editions.show(edition, later);
        return edition;
    }

    /** Of a month that is over by now, an edition from before says no longer how it is known. */
    private boolean isOverInBoth(Edition before, Optional<LocalDate> until) {
        return editions.until(before.month(), before.number()).isPresent() == until.isPresent();
    }

    /**
     * What an edition of a month publishes, from the months of materialised models that it saw.
     *
     * @param parts get its own month of these
     */
    Contents computeAgain(YearMonth month, int number, Parts parts) {
        Edition edition = new Edition(month, number, "", "");
        Optional<Edition> before =
                number == 1 ? Optional.empty() : Optional.of(edition.numbered(number - 1));
        try (MonthModels models = MonthModels.open(engine(month), inputs, store, parts, month)) {
            models.materialise();
            return contents(models, month, before);
        }
    }

    private MonthModels open(Inputs seen, YearMonth month) {
        return MonthModels.open(engine(month), seen, store, month);
    }

    private Engine engine(YearMonth month) {
        return engines.forRows(
                inputs.documents(month).stream().mapToLong(LedgerRow::records).sum());
    }

    /** Writes the month of every materialised model alone; nothing is shown. */
    void materialise(YearMonth month) {
        repairBefore(month);
        try (MonthModels models = open(inputs, month)) {
            materialise(models, month, fingerprint(month));
        }
    }

    private void materialise(MonthModels models, YearMonth month, String fingerprint) {
        ReplacedParts replaced = ReplacedParts.keep(inputs.catalogue(), store, editions, month);
        editions.noteMaterialised(month, fingerprint, models.materialise());
        replaced.forgetSame();
    }

    /** Writes again what the months before have lost of theirs, or has been damaged since. */
    private void repairBefore(YearMonth month) {
        earlier(month).stream()
                .filter(it -> !isIntact(it))
                .forEach(
                        it -> {
                            lacking(it).ifPresent(kept -> refuseToRepair(it, kept));
                            materialise(it);
                        });
    }

    /** Out of records that are missing another month would come, and all later ones from it. */
    private void refuseToRepair(YearMonth month, KeptFrom kept) {
        String file =
                editions.parts(month).stream()
                        .filter(it -> !store.isIntact(it))
                        .map(it -> store.layout().path(it.file()).toString())
                        .findFirst()
                        .orElseThrow();
        throw new ComputationException(
                file
                        + ": the file is missing or damaged, expected what "
                        + month
                        + " left for later months; restore it from a backup, as it cannot be made again ("
                        + kept.words()
                        + ")");
    }

    private boolean isIntact(YearMonth month) {
        return editions.parts(month).stream().allMatch(store::isIntact);
    }

    /**
     * The values of a month as they would be with this configuration, from what was materialised
     * when it was last computed; nothing is written and nothing is shown.
     */
    public List<KpiValue> preview(YearMonth month) {
        Optional<Edition> shown = current(month);
        Inputs asThen =
                inputs.on(shown.flatMap(edition -> editions.until(month, edition.number())));
        try (MonthModels models = open(asThen, month)) {
            return told(models, month, shown, valuesBefore(month)).values();
        }
    }

    /** The values of a month, and what goals and measures came to by them. */
    private record Told(List<KpiValue> values, Results results) {}

    private Told told(
            MonthModels models, YearMonth month, Optional<Edition> before, List<KpiValue> earlier) {
        Map<Kpi, List<ScopeFigure>> figures = models.figures();
        MonthValues values = new MonthValues(inputs, month, models.deviceFactors());
        List<KpiValue> told = values.of(figures, earlier, editionsUpTo(before));
        Results results =
                verdicts.results(month, told, models.dailyValues(inputs.measureMonths(month)));
        models.give(results);
        if (inputs.catalogue().steering().isEmpty()) {
            return new Told(told, results);
        }
        return new Told(values.withSteering(told, models.steeringFigures(), earlier), results);
    }

    private Contents contents(MonthModels models, YearMonth month, Optional<Edition> before) {
        List<Edition> earlierEditions = earlierEditions(month);
        List<KpiValue> earlier = known.of(earlierEditions);
        Told told = told(models, month, before, earlier);
        List<KpiValue> values = told.values();
        Map<PublishedTable, EditionTable> made =
                Stream.of(
                                changes(models, month, values, earlier),
                                shifts(models, month),
                                EffectRows.of(told.results().measures(), inputs.catalogue()),
                                GoalRows.of(verdicts.goals(month, values), inputs.catalogue()))
                        .collect(Collectors.toMap(EditionTable::table, it -> it));
        return new Contents(
                values,
                models.tables(values, editions.files(earlierEditions)).stream()
                        .map(it -> made.getOrDefault(it.table(), it))
                        .toList());
    }

    private EditionTable shifts(MonthModels models, YearMonth month) {
        List<YearMonth> months = Inputs.shiftMonths(month);
        return ShiftRows.of(
                Shifts.of(
                        month,
                        inputs.workspace(),
                        models.dailyValues(months),
                        models.seriesBreaks(months),
                        inputs.catalogue()::datasetsOf),
                inputs.catalogue());
    }

    private EditionTable changes(
            MonthModels models, YearMonth month, List<KpiValue> values, List<KpiValue> earlier) {
        List<YearMonth> months = Inputs.changeMonths(month);
        return ChangeTable.of(
                Changes.of(
                        month,
                        Changes.Conditions.of(inputs.workspace(), month),
                        new Changes.Made(models.factorTerms(months), models.dailyValues(months)),
                        inputs.catalogue().kpis(),
                        values,
                        earlier));
    }

    private Contents shownContents(Edition edition) {
        return new Contents(
                editions.values(List.of(edition)).stream().map(it -> it.inEdition(0)).toList(),
                PublishedTables.ALL.stream().map(it -> editions.table(it, edition)).toList());
    }

    private Optional<LaterChange> laterChange(Edition edition, Contents shown, Contents computed) {
        YearMonth month = edition.month();
        Set<String> seen = editions.documentIds(edition);
        long unseen =
                inputs.documents(month).stream()
                        .filter(document -> !seen.contains(document.documentId()))
                        .count();
        double threshold = inputs.workspace().settings().materialChange();
        if (computed.isMaterialChangeOf(shown, threshold)) {
            return Optional.empty();
        }
        return LaterChange.between(shown.values(), computed.values(), threshold, (int) unseen)
                .filter(
                        it ->
                                verdicts.of(month, shown.values())
                                        .equals(verdicts.of(month, computed.values())));
    }

    /** The values of each edition of a month, from the first to the one that is shown. */
    private List<List<KpiValue>> editionsUpTo(Optional<Edition> shown) {
        return shown.stream()
                .flatMap(last -> IntStream.rangeClosed(1, last.number()).mapToObj(last::numbered))
                .map(edition -> editions.values(List.of(edition)))
                .toList();
    }

    private List<KpiValue> valuesBefore(YearMonth month) {
        return editions.values(
                earlier(month).stream()
                        .filter(it -> it.isAfter(month.minusMonths(Period.MOST_MONTHS)))
                        .flatMap(it -> editions.current(it).stream())
                        .toList());
    }

    private String manifest(Edition edition, Contents contents, List<StoredFile> written) {
        YearMonth month = edition.month();
        YearMonth first = month.minusMonths(Inputs.EARLIER_MONTHS);
        List<Edition> older =
                editions.current().stream().filter(it -> it.month().isBefore(first)).toList();
        return new Manifest(
                        edition,
                        contents,
                        inputs,
                        used,
                        earlierEditions(month),
                        older,
                        partsBefore(month),
                        written)
                .text(store);
    }

    /** By month and model, the SHA-256 of what the months before left that a month sees. */
    private SortedMap<String, SortedMap<String, String>> partsBefore(YearMonth month) {
        SortedMap<String, SortedMap<String, String>> parts = new TreeMap<>();
        Stream.concat(earlier(month).stream(), inputs.monthsOfDays(month).stream())
                .filter(month::isAfter)
                .distinct()
                .forEach(
                        it -> {
                            SortedMap<String, String> hashes =
                                    ReplacedParts.hashes(inputs.catalogue(), store, it);
                            if (!hashes.isEmpty()) {
                                parts.put(it.toString(), hashes);
                            }
                        });
        return parts;
    }

    private List<Edition> earlierEditions(YearMonth month) {
        return earlier(month).stream().flatMap(it -> editions.current(it).stream()).toList();
    }

    private static List<YearMonth> earlier(YearMonth month) {
        return new MonthWindow(-Inputs.EARLIER_MONTHS, 0)
                .around(month).stream().filter(month::isAfter).toList();
    }

    private Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(inputs.zone()).toInstant();
    }
}
