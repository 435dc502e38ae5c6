package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.change.FactorTerm;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SheetRelations;
import eu.wattpeil.kpi.engine.Spill;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.kpi.model.Relations;
import eu.wattpeil.kpi.shift.KnownBreak;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Fingerprint;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The models of one month in a session of their own, over the files that they can see. */
public final class MonthModels implements AutoCloseable {

    public static final String PART = "part.parquet";

    private static final String READINGS = Datasets.METER_READINGS.name();
    private static final String DEVICE_FACTORS = "int_used_factors";
    private static final String TERMS = "kpi_terms";
    private static final String CHANGED_TERMS = "changed_terms";
    private static final String BREAKS = "series_breaks";
    private static final String KNOWN_BREAKS = "known_breaks";

    private final Engine engine;
    private final Inputs inputs;
    private final Store store;
    private final Parts parts;
    private final StoreLayout folder;
    private final YearMonth month;
    private final Session session;
    private final Relations relations;
    private final Set<String> documentIds;

    /** The meters that it is about; empty for all. */
    private final Optional<Set<String>> meterIds;

    /** The selects of models that were computed for some meters at a time, by name. */
    private final Map<String, String> sliced = new HashMap<>();

    /** How many models read each relation. */
    private final Map<String, Long> readers;

    /** Of each dataset, in the documents that the month's models can see any row of. */
    private final Map<String, Long> records;

    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private Optional<List<DailyValue>> days = Optional.empty();

    private MonthModels(
            Engine engine,
            Inputs inputs,
            Store store,
            Parts parts,
            YearMonth month,
            Session session,
            Optional<Set<String>> meterIds) {
        this.engine = engine;
        this.inputs = inputs;
        this.meterIds = meterIds;
        this.store = store;
        this.parts = parts;
        this.folder = store.layout();
        this.month = month;
        this.session = session;
        this.relations = new Relations(session);
        this.readers =
                inputs.catalogue().models().stream()
                        .flatMap(it -> it.reads().stream().map(Mention::name).distinct())
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        List<LedgerRow> documents = inputs.documents(month);
        this.documentIds =
                documents.stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        this.records =
                documents.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LedgerRow::dataset,
                                        Collectors.summingLong(LedgerRow::records)));
    }

    static MonthModels open(Engine engine, Inputs inputs, Store store, YearMonth month) {
        return open(engine, inputs, store, new StoredParts(store), month);
    }

    /** Over other months of materialised models than those that are in the store. */
    static MonthModels open(
            Engine engine, Inputs inputs, Store store, Parts parts, YearMonth month) {
        store.requireIntact(inputs.documents(month));
        return open(engine, inputs, store, parts, month, Optional.empty());
    }

    private static MonthModels open(
            Engine engine,
            Inputs inputs,
            Store store,
            Parts parts,
            YearMonth month,
            Optional<Set<String>> meterIds) {
        Session session = parts.open(engine, inputs.zone());
        MonthModels models =
                new MonthModels(engine, inputs, store, parts, month, session, meterIds);
        models.relations.period(inputs.zone(), Optional.of(month), inputs.until(month));
        inputs.config(month).tables().stream()
                .map(table -> meterIds.map(it -> MeterSlices.narrowed(table, it)).orElse(table))
                .forEach(session::given);
        session.given(DocumentsTable.of(inputs.documents(month)));
        models.relations.prelude(inputs.catalogue()::prelude);
        return models;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Writes the month of each materialised model to the store, and gives the files. */
    List<StoredFile> materialise() {
        Map<String, StoredFile> written = new ConcurrentHashMap<>();
        List<Model> targets = inputs.catalogue().materialised();
        each(
                targets,
                model ->
                        attempt(
                                model,
                                () -> {
                                    if (model.isMaterialised()) {
                                        written.put(model.name(), write(model));
                                    }
                                    create(model);
                                }));
        return targets.stream().map(model -> written.get(model.name())).toList();
    }

    /** The rows of the KPIs, but for those that steer, in order of scope. */
    Map<Kpi, List<ScopeFigure>> figures() {
        return figures(
                inputs.catalogue().models().stream()
                        .filter(it -> it.kpi().isPresent() || it.name().equals(DEVICE_FACTORS))
                        .filter(it -> !it.isSteering())
                        .toList());
    }

    /** What goals and measures came to; before what is made of it. */
    void give(Results results) {
        results.tables(month).forEach(session::given);
    }

    /** The rows of the KPIs that steer, of what goals and measures came to; after the others. */
    Map<Kpi, List<ScopeFigure>> steeringFigures() {
        return figures(inputs.catalogue().models().stream().filter(Model::isSteering).toList());
    }

    private Map<Kpi, List<ScopeFigure>> figures(List<Model> targets) {
        Map<Kpi, List<ScopeFigure>> figures = new ConcurrentHashMap<>();
        each(
                targets,
                model ->
                        attempt(
                                model,
                                () ->
                                        model.kpi()
                                                .ifPresentOrElse(
                                                        kpi ->
                                                                figures.put(
                                                                        kpi,
                                                                        ModelFigures.of(
                                                                                session, model,
                                                                                month)),
                                                        () -> create(model))));
        return figures;
    }

    /**
     * The tables that are published beside the values; after all figures and results.
     *
     * @param told all values of the month
     * @param earlier the files of those of the months before
     */
    List<EditionTable> tables(List<KpiValue> told, FileTable earlier) {
        return new MonthTables(inputs.catalogue(), session, this::publish).of(told, earlier);
    }

    /** Makes what published models read; of themselves, those that others read. */
    private void publish(List<Model> published, BiConsumer<Model, String> reading) {
        each(
                published,
                model ->
                        attempt(
                                model,
                                () -> {
                                    boolean isRead = readers.containsKey(model.name());
                                    boolean isPublished = published.contains(model);
                                    if (isRead || !isPublished) {
                                        create(model);
                                    }
                                    if (isPublished) {
                                        reading.accept(
                                                model,
                                                isRead
                                                        ? "select * from " + model.name()
                                                        : model.select());
                                    }
                                }));
    }

    /**
     * The rows of a sheet, in the order of its columns.
     *
     * @param given what sheets see beside what months are made of
     * @param shown the values that editions show
     * @param readings of the meters, up to the month
     */
    List<List<Object>> sheet(
            Model sheet, List<GivenTable> given, FileTable shown, FileTable readings) {
        given.forEach(session::given);
        session.files(Relations.KPI_VALUES, shown);
        session.view(
                SheetRelations.READING_SPANS,
                Sql.resource(MonthModels.class, "reading-spans.sql"),
                readings);
        each(
                List.of(sheet),
                model -> {
                    if (!model.equals(sheet)) {
                        attempt(model, () -> create(model));
                    }
                });
        Dataset table = inputs.catalogue().table(sheet);
        List<List<Object>> rows = new ArrayList<>();
        attempt(
                sheet,
                () ->
                        session.each(
                                inOrder(sheet, table),
                                row ->
                                        rows.add(
                                                table.columns().stream()
                                                        .map(column -> Cells.read(column, row))
                                                        .toList())));
        return rows;
    }

    /** Goes through models and all that has to be there for them. */
    private void each(List<Model> targets, Consumer<Model> work) {
        slice(inputs.catalogue().closure(targets));
        ModelOrder.each(inputs.catalogue().closure(targets, sliced.keySet()), work);
    }

    /**
     * Computes what is made of each meter alone for some meters at a time, where memory has no room
     * for the readings of all: all of it at once, for each slice reads them.
     */
    private synchronized void slice(List<Model> needed) {
        List<Model> perMeter = inputs.catalogue().perMeter();
        if (meterIds.isPresent()
                || !sliced.isEmpty()
                || needed.stream().noneMatch(perMeter::contains)) {
            return;
        }
        staging(perMeter).ifPresent(it -> spill(it).ifPresent(spill -> slice(perMeter, it, spill)));
    }

    private void slice(List<Model> perMeter, Model staging, Spill spill) {
        FileTable readings = files(staging, Datasets.METER_READINGS);
        Map<String, List<Path>> files = new HashMap<>();
        int number = 0;
        for (Set<String> slice : MeterSlices.of(session, readings, spill.mostRows())) {
            number++;
            try (MonthModels models =
                    open(engine, inputs, store, parts, month, Optional.of(slice))) {
                models.each(perMeter, model -> attempt(model, () -> models.create(model)));
                for (Model model : perMeter) {
                    Path file = spill.folder().resolve(model.name() + "-" + number + ".parquet");
                    attempt(model, () -> models.write(model, staging, file));
                    files.computeIfAbsent(model.name(), name -> new ArrayList<>()).add(file);
                }
            }
        }
        files.forEach((model, those) -> sliced.put(model, spill.select(those)));
    }

    private void write(Model model, Model staging, Path file) {
        spill(staging).orElseThrow().write("select * from " + model.name(), file);
    }

    /** The factors that devices were modelled with; after the figures, of which it is a part. */
    List<DeviceFactor> deviceFactors() {
        boolean isThere = inputs.catalogue().modelNames().contains(DEVICE_FACTORS);
        return isThere
                ? session.list(
                        "select scope_kind, scope_id, purpose, factor_id from "
                                + DEVICE_FACTORS
                                + " order by scope_kind, scope_id, purpose, factor_id",
                        row ->
                                new DeviceFactor(
                                        ModelFigures.scope(row),
                                        ModelFigures.text(row, "purpose"),
                                        ModelFigures.text(row, "factor_id")))
                : List.of();
    }

    /** The days of some months, of which enough is known; completed where an hour is missing. */
    List<DailyValue> dailyValues(List<YearMonth> months) {
        if (days.isEmpty()) {
            days = Optional.of(readDays(inputs.monthsOfDays(month)));
        }
        return days.get().stream().filter(it -> months.contains(YearMonth.from(it.day()))).toList();
    }

    private List<DailyValue> readDays(List<YearMonth> months) {
        return isMaterialised(DayRows.MODEL, DayRows.MEASURED, months)
                ? DayRows.read(session)
                : List.of();
    }

    /** The breaks in series that began in some months. */
    List<KnownBreak> seriesBreaks(List<YearMonth> months) {
        if (!isMaterialised(BREAKS, KNOWN_BREAKS, months)) {
            return List.of();
        }
        return session.list(
                "select kpi_id, cause, subject_id, cast(happened_on as varchar) as day from "
                        + KNOWN_BREAKS
                        + " order by kpi_id, cause, subject_id, day",
                row ->
                        new KnownBreak(
                                ModelFigures.text(row, "kpi_id"),
                                ModelFigures.text(row, "cause"),
                                ModelFigures.text(row, "subject_id"),
                                LocalDate.parse(ModelFigures.text(row, "day"))));
    }

    /** What KPIs of several parts add up from in some months. */
    List<FactorTerm> factorTerms(List<YearMonth> months) {
        if (!isMaterialised(TERMS, CHANGED_TERMS, months)) {
            return List.of();
        }
        return session.list(
                "select month, kpi_id, scope_kind, scope_id, kind, part, activity,"
                        + " factor_value, coverage from "
                        + CHANGED_TERMS,
                row ->
                        new FactorTerm(
                                YearMonth.parse(ModelFigures.text(row, Session.MONTH)),
                                ModelFigures.text(row, "kpi_id"),
                                ModelFigures.scope(row),
                                ModelFigures.text(row, "kind"),
                                ModelFigures.text(row, "part"),
                                row.decimal("activity").orElseThrow(),
                                BigDecimal.valueOf(row.number("factor_value").orElseThrow()),
                                BigDecimal.valueOf(row.number("coverage").orElseThrow())));
    }

    /** Makes a relation over some months of a materialised model, unless there is no such model. */
    private boolean isMaterialised(String name, String relation, List<YearMonth> months) {
        Optional<Model> model =
                inputs.catalogue().materialised().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst();
        model.ifPresent(
                it ->
                        session.files(
                                relation,
                                FileTable.byMonth(
                                        inputs.catalogue().table(it), parts.files(name, months))));
        return model.isPresent();
    }

    /** A fingerprint of the month's materialised relations as they are in the store. */
    String materialisedHash() {
        return Fingerprint.of(
                inputs.catalogue().materialised().stream()
                        .map(model -> Fingerprint.of(store.readBytes(partFile(model))))
                        .toList());
    }

    /**
     * Makes a model's relation, unless it is there. What one model alone reads need be no table: it
     * may be as long as the readings of the month. What those become by meter is one in any case:
     * it is short, and only a table comes back from a cluster.
     */
    private void create(Model model) {
        if (!created.add(model.name())) {
            return;
        }
        boolean isTable = readers.getOrDefault(model.name(), 0L) != 1 || model.isPerMeter();
        String slices = sliced.get(model.name());
        if (slices != null) {
            session.view(model.name(), slices);
        } else if (model.isMaterialised()) {
            createOverMonths(model);
        } else if (model.layer() == Model.Layer.STAGING) {
            boolean hasRoom = meterIds.isPresent() || spill(model).isEmpty();
            relations.staging(model, isTable && hasRoom, dataset -> files(model, dataset));
        } else if (isTable) {
            relations.table(model);
        } else {
            relations.forOneReader(model);
        }
    }

    /** What the rows need that a staging model reads, where they are too many for a table. */
    private Optional<Spill> spill(Model staging) {
        return session.spill(
                staging.reads().stream()
                        .mapToLong(read -> records.getOrDefault(read.name(), 0L))
                        .sum());
    }

    /** The staging model of readings that some models are made of. */
    private Optional<Model> staging(List<Model> perMeter) {
        return inputs.catalogue().closure(perMeter).stream()
                .filter(it -> it.layer() == Model.Layer.STAGING)
                .filter(it -> it.reads().stream().anyMatch(read -> read.name().equals(READINGS)))
                .findFirst();
    }

    private void createOverMonths(Model model) {
        MonthWindow window = new MonthWindow(-Inputs.EARLIER_MONTHS, 0);
        session.files(
                model.name(),
                FileTable.byMonth(
                        inputs.catalogue().table(model),
                        parts.files(model.name(), window.around(month))));
    }

    /** The files of a dataset in the months that a model sees. */
    private FileTable files(Model model, Dataset dataset) {
        FileTable files =
                dataset.isByMonth()
                        ? FileTable.of(
                                dataset,
                                folder.ofDocuments(
                                        dataset.name(), model.window().around(month), documentIds))
                        : FileTable.of(dataset, folder.ofDocuments(dataset.name(), documentIds));
        return files.ofAtMost(records.getOrDefault(dataset.name(), 0L));
    }

    private StoredFile write(Model model) {
        Dataset table = inputs.catalogue().table(model);
        try (ResultTable rows = new ResultTable(parts.create(table, model.name(), month), table)) {
            session.each(
                    inOrder(model, table),
                    row -> {
                        requireMonth(model, row);
                        rows.append(row);
                    });
            return rows.commit();
        }
    }

    /** The rows of a model, ordered by all its columns: the same rows are the same bytes. */
    private static String inOrder(Model model, Dataset table) {
        int columns = table.columns().size() + 1;
        String order =
                IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> column + " nulls last")
                        .collect(Collectors.joining(", "));
        return "select * from (\n" + model.select() + "\n) as every order by " + order;
    }

    private void requireMonth(Model model, Row row) {
        String found = row.text(Session.MONTH).orElse("null");
        if (!found.equals(month.toString())) {
            throw new ComputationException(
                    model.file().file() + ": month is " + found + ", expected " + month);
        }
    }

    private String partFile(Model model) {
        return StoreLayout.file(model.name(), month, PART);
    }

    private static void attempt(Model model, Runnable work) {
        try {
            work.run();
        } catch (SqlException failure) {
            throw new ComputationException(model, failure);
        }
    }
}
