package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.ModelColumn;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.kpi.model.Relations;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Workspace;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a month works out one KPI, or its days, to be looked at: its models from staging on, each a
 * table that is made once, over the same files, configuration and ledger as a computation of the
 * month. Rows can be left out, to see whether the figures need them. Writes nothing.
 *
 * <p>Of a materialised model the month's own rows are worked out too; those of earlier months are
 * as the store has them.
 */
public final class Workings implements AutoCloseable {

    private static final String FACTORS = "factors";

    /** How relations begin that have all rows, whatever is left out. */
    private static final String WHOLE = "whole_";

    private static final String EARLIER = "earlier_";

    private final Inputs inputs;
    private final StoreLayout folder;
    private final YearMonth month;
    private final Session session;
    private final List<Model> lineage;
    private final List<LedgerRow> documents;
    private final Map<String, String> kept = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    /** The model of the values of days. */
    public static final String DAYS = DayRows.MODEL;

    /** What a workspace and a store have now, read once for several months. */
    public static final class Source {

        private final Engine engine;
        private final Store store;
        private final Inputs inputs;

        private Source(Engine engine, Store store, Inputs inputs) {
            this.engine = engine;
            this.store = store;
            this.inputs = inputs;
        }

        /** Reads the ledger, of a store that others may be writing to. */
        public static Source of(
                Workspace workspace, Catalogue catalogue, Store store, String version) {
            Engine engine = Engines.chosen();
            return new Source(
                    engine,
                    store,
                    new Inputs(
                            workspace,
                            catalogue,
                            ConfigRelations.of(workspace),
                            store.documents(),
                            version,
                            catalogue.prelude(engine.name()),
                            Optional.empty()));
        }

        /** What a month would be computed from now. */
        public MadeFrom madeFrom(YearMonth month) {
            SortedMap<String, String> ids = new TreeMap<>();
            inputs.documents(month).forEach(it -> ids.put(it.documentId(), it.sha256()));
            Editions editions = new Editions(store, engine);
            SortedMap<String, String> earlier = new TreeMap<>();
            new MonthWindow(-Inputs.EARLIER_MONTHS, -1)
                    .around(month)
                    .forEach(
                            it ->
                                    editions.current(it)
                                            .ifPresent(
                                                    edition ->
                                                            earlier.put(
                                                                    it.toString(),
                                                                    "" + edition.number())));
            return new MadeFrom(
                    inputs.version(),
                    ids,
                    inputs.modelHashes(),
                    inputs.configHashes(month),
                    earlier);
        }

        /** Whether records are no longer kept that a model is made from in a month. */
        public boolean lacks(YearMonth month, String model) {
            return closed().lacking(month, inputs.catalogue().lineage(model)).isPresent();
        }

        /** What a model lacks in a month, as a change since its edition was made. */
        public List<MadeFrom.Change> lacking(YearMonth month, String model) {
            return closed().lacking(month, inputs.catalogue().lineage(model)).stream()
                    .map(
                            kept ->
                                    new MadeFrom.Change(
                                            MadeFrom.Kind.RECORDS_GONE,
                                            kept.dataset()
                                                    + " < "
                                                    + kept.month()
                                                    + " ("
                                                    + kept.since()
                                                    + ")"))
                    .toList();
        }

        private ClosedMonths closed() {
            return ClosedMonths.of(inputs.catalogue(), store);
        }

        /** The values of days from which the effects of measures in a month are told. */
        public List<DailyValue> dailyValues(YearMonth month) {
            try (MonthModels models = MonthModels.open(engine, inputs, store, month)) {
                return models.dailyValues(inputs.measureMonths(month));
            }
        }

        /**
         * The workings of a model in a month. The caller closes them.
         *
         * @param model a KPI, or {@link #DAYS}
         * @param documentIds the documents that may be seen, of those that the month sees
         * @param results what goals and measures came to, for a KPI that is made of them
         */
        public Workings open(
                YearMonth month, String model, Set<String> documentIds, Results results) {
            List<LedgerRow> documents =
                    inputs.documents(month).stream()
                            .filter(it -> documentIds.contains(it.documentId()))
                            .toList();
            List<Model> lineage = inputs.catalogue().lineage(model);
            Session session = engine.open(store.root(), inputs.zone());
            Workings workings =
                    new Workings(inputs, store.layout(), month, session, lineage, documents);
            Relations relations = new Relations(session);
            Editions editions = new Editions(store, engine);
            relations.period(
                    inputs.zone(),
                    Optional.of(month),
                    editions.current(month).flatMap(it -> editions.until(month, it.number())));
            inputs.config(month).tables().forEach(session::given);
            workings.give(results);
            session.given(DocumentsTable.of(documents));
            relations.prelude(inputs.catalogue()::prelude);
            session.table(WHOLE + FACTORS, "select * from " + FACTORS);
            return workings;
        }
    }

    private Workings(
            Inputs inputs,
            StoreLayout folder,
            YearMonth month,
            Session session,
            List<Model> lineage,
            List<LedgerRow> documents) {
        this.inputs = inputs;
        this.folder = folder;
        this.month = month;
        this.session = session;
        this.lineage = lineage;
        this.documents = documents;
    }

    @Override
    public void close() {
        session.close();
    }

    /** The models in order, the KPI's own last. */
    public List<Model> lineage() {
        return lineage;
    }

    /** The columns of one of them. */
    public List<ModelColumn> columns(Model model) {
        return inputs.catalogue().columns(model);
    }

    /** The relations of the configuration that the models read, by name. */
    public List<String> configuration() {
        Set<String> tables = Set.copyOf(ConfigRelations.empty().names());
        return reads().filter(tables::contains).toList();
    }

    /** Those of what goals and measures came to. */
    public List<String> results() {
        return reads().filter(Results.NAMES::contains).toList();
    }

    private Stream<String> reads() {
        return lineage.stream()
                .flatMap(model -> model.reads().stream())
                .map(Mention::name)
                .distinct()
                .sorted();
    }

    /** The documents that are seen. */
    public List<LedgerRow> documents() {
        return documents;
    }

    /** In which the relations can be looked at once {@link #figures()} are known. */
    public Session session() {
        return session;
    }

    public YearMonth month() {
        return month;
    }

    /** In which its days begin. */
    public ZoneId zone() {
        return inputs.zone();
    }

    /** The dataset that a staging model reads. */
    public Dataset dataset(Model model) {
        return model.reads().stream()
                .flatMap(
                        read -> Optional.ofNullable(Catalogue.datasets().get(read.name())).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The files of its dataset that a staging model sees. */
    public FileTable files(Model model) {
        Dataset dataset = dataset(model);
        Set<String> ids = documents.stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        return dataset.isByMonth()
                ? FileTable.of(
                        dataset,
                        folder.ofDocuments(dataset.name(), model.window().around(month), ids))
                : FileTable.of(dataset, folder.ofDocuments(dataset.name(), ids));
    }

    /** The relation with all rows of a staging or materialised model. */
    public String whole(Model model) {
        return WHOLE + model.name();
    }

    /**
     * From now on a staging or materialised model has only rows that meet a condition.
     *
     * @param condition in SQL, on its columns
     */
    public void keep(Model model, String condition) {
        kept.put(model.name(), condition);
        changed.add(model.name());
    }

    /** From now on there is no factor of an id, and each other one. */
    public void withoutFactor(String factorId) {
        session.remake(
                FACTORS,
                "select * from "
                        + WHOLE
                        + FACTORS
                        + " where factor_id <> '"
                        + factorId.replace("'", "''")
                        + "'");
        changed.add(FACTORS);
    }

    /** From now on goals, measures and baselines came to this. */
    public void give(Results results) {
        results.tables(month).forEach(session::given);
        changed.addAll(Results.NAMES);
    }

    /** Makes the relations of staging models alone. */
    public void stage() {
        for (Model model : lineage) {
            if (model.layer() == Model.Layer.STAGING) {
                attempt(model, () -> make(model, made.add(model.name())));
            }
        }
    }

    /** The staging models behind materialised ones, which those of earlier months are from too. */
    public List<Model> stagedForEarlierMonths() {
        Set<String> names = new HashSet<>();
        for (int i = lineage.size() - 1; i >= 0; i--) {
            Model model = lineage.get(i);
            if (model.isMaterialised() || names.contains(model.name())) {
                model.reads().forEach(read -> names.add(read.name()));
            }
        }
        return lineage.stream()
                .filter(model -> model.layer() == Model.Layer.STAGING)
                .filter(model -> names.contains(model.name()))
                .toList();
    }

    /** The rows of the KPI, in order of scope, without what is left out. */
    public List<ScopeFigure> figures() {
        refresh();
        Model model = lineage.get(lineage.size() - 1);
        try {
            return ModelFigures.of(session, model, month);
        } catch (SqlException failure) {
            throw new ComputationException(model, failure);
        }
    }

    /** The values of the month's days of which enough is known, without what is left out. */
    public List<DailyValue> days() {
        refresh();
        Model model = lineage.get(lineage.size() - 1);
        List<DailyValue> days = new ArrayList<>();
        attempt(model, () -> days.addAll(DayRows.of(session, model)));
        return days;
    }

    /** Makes the relations again where what they are made of has changed. */
    public void refresh() {
        for (Model model : lineage.subList(0, lineage.size() - 1)) {
            boolean isStale =
                    !made.contains(model.name())
                            || model.reads().stream().anyMatch(it -> changed.contains(it.name()));
            if (isStale || changed.contains(model.name())) {
                attempt(
                        model,
                        () -> {
                            if (make(model, isStale)) {
                                changed.add(model.name());
                            } else {
                                changed.remove(model.name());
                            }
                        });
                made.add(model.name());
            }
        }
        changed.clear();
    }

    /** Whether it may have other rows than before. */
    private boolean make(Model model, boolean isStale) {
        if (model.layer() != Model.Layer.STAGING && !model.isMaterialised()) {
            return session.remake(model.name(), model.select());
        }
        if (isStale && model.layer() == Model.Layer.STAGING) {
            String seen = "seen_" + model.name();
            session.view(seen, model.select(), files(model));
            session.table(whole(model), "select * from " + seen);
        } else if (isStale) {
            remakeMonths(model);
        }
        return session.remake(
                model.name(),
                "select * from "
                        + whole(model)
                        + " where "
                        + kept.getOrDefault(model.name(), "true"));
    }

    /** The month's own rows of a materialised model, with those of the months before. */
    private void remakeMonths(Model model) {
        String earlier = EARLIER + model.name();
        if (!made.contains(model.name())) {
            List<YearMonth> months = new MonthWindow(-Inputs.EARLIER_MONTHS, -1).around(month);
            session.files(
                    earlier,
                    FileTable.byMonth(
                            inputs.catalogue().table(model),
                            folder.existing(model.name(), months, MonthModels.PART)));
        }
        String columns =
                columns(model).stream().map(ModelColumn::name).collect(Collectors.joining(", "));
        session.remake(
                whole(model),
                "select "
                        + columns
                        + " from (\n"
                        + model.select()
                        + "\n) as own union all select "
                        + columns
                        + " from "
                        + earlier);
    }

    private static void attempt(Model model, Runnable work) {
        try {
            work.run();
        } catch (SqlException failure) {
            throw new ComputationException(model, failure);
        }
    }
}
