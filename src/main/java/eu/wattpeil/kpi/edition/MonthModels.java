package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.DocumentsTable;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.kpi.engine.duckdb.ResultTable;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.kpi.model.Relations;
import eu.wattpeil.kpi.value.Figure;
import eu.wattpeil.kpi.value.Valuation;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The models of one month in a database of their own, over the files that they can see. */
public final class MonthModels implements AutoCloseable {

    public static final String PART = "part.parquet";

    private static final String DEVICE_FACTORS = "int_used_factors";

    private final Inputs inputs;
    private final Store store;
    private final StoreLayout folder;
    private final YearMonth month;
    private final Database database;
    private final Relations relations;
    private final Set<String> documentIds;

    private MonthModels(Inputs inputs, Store store, YearMonth month, Database database) {
        this.inputs = inputs;
        this.store = store;
        this.folder = store.layout();
        this.month = month;
        this.database = database;
        this.relations = new Relations(database);
        this.documentIds =
                inputs.documents(month).stream()
                        .map(LedgerRow::documentId)
                        .collect(Collectors.toSet());
    }

    static MonthModels open(Inputs inputs, Store store, YearMonth month) {
        store.requireIntact(inputs.documents(month));
        Database database = Database.over(store.root());
        MonthModels models = new MonthModels(inputs, store, month, database);
        models.relations.period(inputs.zone(), Optional.of(month));
        inputs.config(month).createIn(database);
        DocumentsTable.create(database, inputs.documents(month));
        models.relations.prelude(inputs.catalogue().prelude());
        return models;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Writes the month of each materialised model to the store. */
    void materialise() {
        List<Model> targets = inputs.catalogue().materialised();
        List<Model> needed = inputs.catalogue().closure(targets);
        for (Model model : needed) {
            if (model.isMaterialised()) {
                attempt(model, () -> write(model));
            }
            attempt(model, () -> create(model, needed));
        }
    }

    /** The rows of the KPIs, in order of scope. */
    Map<Kpi, List<Figure>> figures() {
        List<Model> targets =
                inputs.catalogue().models().stream()
                        .filter(it -> it.kpi().isPresent() || it.name().equals(DEVICE_FACTORS))
                        .toList();
        List<Model> needed = inputs.catalogue().closure(targets);
        Map<Kpi, List<Figure>> figures = new HashMap<>();
        for (Model model : needed) {
            attempt(model, () -> create(model, needed));
            if (model.kpi().isPresent()) {
                attempt(model, () -> figures.put(model.kpi().get(), figures(model)));
            }
        }
        return figures;
    }

    /** The factors that devices were modelled with; after the figures, of which it is a part. */
    List<DeviceFactor> deviceFactors() {
        boolean isThere = inputs.catalogue().modelNames().contains(DEVICE_FACTORS);
        return isThere
                ? database.list(
                        "select scope_kind, scope_id, factor_id from "
                                + DEVICE_FACTORS
                                + " order by all",
                        row ->
                                new DeviceFactor(
                                        row.getString("scope_kind"),
                                        row.getString("scope_id"),
                                        row.getString("factor_id")))
                : List.of();
    }

    /** A fingerprint of the month's materialised relations as they are in the store. */
    String materialisedHash() {
        return Fingerprint.of(
                inputs.catalogue().materialised().stream()
                        .map(
                                model ->
                                        database.list(
                                                "select sha256(content) from read_blob(?)",
                                                row -> row.getString(1),
                                                FileRelation.pattern(folder.path(partFile(model)))))
                        .map(hashes -> hashes.get(0))
                        .toList());
    }

    private void create(Model model, List<Model> needed) {
        if (model.isMaterialised()) {
            database.execute(
                    "create view "
                            + Database.name(model.name())
                            + " as "
                            + FileRelation.select(
                                    inputs.catalogue().table(model),
                                    true,
                                    folder.existing(
                                            model.name(),
                                            new MonthWindow(-Inputs.EARLIER_MONTHS, 0)
                                                    .around(month),
                                            PART)));
            return;
        }
        if (model.layer() == Model.Layer.STAGING) {
            relations.staging(model, datasets(model));
            return;
        }
        long readers =
                needed.stream()
                        .filter(
                                it ->
                                        it.reads().stream()
                                                .anyMatch(r -> r.name().equals(model.name())))
                        .count();
        if (readers > 1) {
            relations.table(model);
            return;
        }
        relations.view(model);
    }

    private Map<String, String> datasets(Model model) {
        Map<String, String> selects = new HashMap<>();
        Catalogue.datasets()
                .forEach(
                        (name, dataset) ->
                                selects.put(
                                        name,
                                        FileRelation.select(
                                                dataset,
                                                dataset.isByMonth(),
                                                dataset.isByMonth()
                                                        ? folder.ofDocuments(
                                                                name,
                                                                model.window().around(month),
                                                                documentIds)
                                                        : folder.ofDocuments(name, documentIds))));
        return selects;
    }

    private void write(Model model) {
        Dataset table = inputs.catalogue().table(model);
        String select = "select * from (\n" + model.select() + "\n) order by all";
        try (ResultTable rows = new ResultTable(store.create(table, partFile(model)), table)) {
            database.each(
                    select,
                    row -> {
                        String found = row.getString(FileRelation.MONTH);
                        if (!month.toString().equals(found)) {
                            throw new ComputationException(
                                    model.file().file()
                                            + ": month is "
                                            + found
                                            + ", expected "
                                            + month);
                        }
                        rows.append(row);
                    });
            rows.commit();
        }
    }

    private List<Figure> figures(Model model) {
        String select =
                Sql.resource(MonthModels.class, "figures.sql")
                        .replace("{model}", Database.name(model.name()));
        List<Figure> figures =
                database.list(
                        select,
                        row ->
                                new Figure(
                                        text(row, "scope_kind"),
                                        text(row, "scope_id"),
                                        Optional.ofNullable(row.getBigDecimal("numerator")),
                                        Optional.ofNullable(row.getBigDecimal("denominator")),
                                        KpiTable.number(row, "coverage").map(Valuation::rounded),
                                        KpiTable.number(row, "measured_share")
                                                .map(Valuation::rounded),
                                        false),
                        month.toString());
        new FigureCheck(model).check(figures);
        return figures;
    }

    /** Null becomes an empty text, which no scope is called. */
    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
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
