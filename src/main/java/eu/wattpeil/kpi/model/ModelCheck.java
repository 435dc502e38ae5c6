package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SheetRelations;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.SqlLimits;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.DuckDbSession;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets DuckDB bind every model on empty relations, unless it is known what comes of it. */
final class ModelCheck {

    private static final List<String> KPI_COLUMNS =
            List.of(
                    "month",
                    "scope_kind",
                    "scope_id",
                    "numerator",
                    "denominator",
                    "coverage",
                    "measured_share");

    private final CheckDatabase database;
    private final Optional<ModelFile> prelude;
    private final ModelMemory memory;
    private final Problems problems;
    private final String foundations;
    private final Set<String> broken = new HashSet<>();
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private @Nullable Relations relations;

    ModelCheck(
            CheckDatabase database,
            Optional<ModelFile> prelude,
            ModelMemory memory,
            Problems problems) {
        this.database = database;
        this.prelude = prelude;
        this.memory = memory;
        this.problems = problems;
        this.foundations = foundations(prelude);
    }

    /** The names of the relations that come from elsewhere. */
    List<String> shared() {
        List<String> names = new ArrayList<>(ConfigRelations.empty().names());
        names.addAll(Results.NAMES);
        names.add(Relations.PERIOD);
        names.add(Relations.KPI_VALUES);
        names.addAll(SheetRelations.NAMES);
        names.add(Datasets.DOCUMENTS.name());
        names.addAll(memory.of(List.of("prelude", foundations), this::viewsOfPrelude));
        return names;
    }

    private List<String> viewsOfPrelude() {
        relations();
        return database.get()
                .list(
                        "select view_name from duckdb_views() where not internal",
                        row -> row.getString(1));
    }

    /** Makes the relations that come from elsewhere, when they are first needed. */
    private Relations relations() {
        if (relations == null) {
            relations = new Relations(new DuckDbSession(database.get(), ZoneOffset.UTC));
            relations.period(ZoneOffset.UTC, Optional.empty(), Optional.empty());
            givenTables().forEach(database.get()::create);
            runPrelude(relations);
        }
        return relations;
    }

    private void runPrelude(Relations session) {
        try {
            prelude.ifPresent(file -> SqlLimits.check(file.sql()));
            session.prelude(engine -> prelude);
        } catch (SqlException failure) {
            ModelFile file = prelude.orElseThrow();
            int line = failure.line() > 0 ? failure.line() : file.statementLine();
            problems.add(file.file(), line, failure.reason());
        }
    }

    private static List<GivenTable> givenTables() {
        List<GivenTable> tables = new ArrayList<>(ConfigRelations.empty().tables());
        tables.addAll(Results.NONE.tables(YearMonth.of(1970, 1)));
        tables.add(DocumentsTable.of(List.of()));
        tables.add(new GivenTable(Relations.KPI_VALUES, KpiColumns.ofModels(), List.of()));
        tables.addAll(SheetRelations.empty());
        return tables;
    }

    /**
     * Binds models in their order; gives the tables of the materialised ones and of sheets.
     *
     * <p>Each is bound once: those that read it find an empty table of its columns, not a view that
     * would bind all that is below it again.
     */
    Map<String, Dataset> bind(List<Model> models) {
        Map<String, Dataset> tables = new HashMap<>();
        for (Model model : models) {
            boolean isSound = model.reads().stream().noneMatch(it -> broken.contains(it.name()));
            if (!isSound || !isOwnSelectSound(model) || !bind(model)) {
                broken.add(model.name());
                continue;
            }
            List<Database.ResultColumn> found = columns(model);
            if (model.isMaterialised() || model.layer() == Model.Layer.SHEET) {
                tables.put(model.name(), table(model, found));
            }
            if (model.layer() == Model.Layer.DETAIL) {
                checkColumns(model, found, Details.columnNames(), Details.TEXTS);
            }
            if (model.kpi().isPresent()) {
                checkColumns(model, found, KPI_COLUMNS, KPI_COLUMNS.subList(0, 3));
            }
        }
        return tables;
    }

    /** The columns of each model that could be bound, in its order. */
    Map<String, List<ModelColumn>> columns() {
        Map<String, List<ModelColumn>> all = new HashMap<>();
        columns.forEach(
                (model, found) ->
                        all.put(
                                model,
                                found.stream()
                                        .map(ModelCheck::column)
                                        .map(it -> new ModelColumn(it.name(), it.type()))
                                        .toList()));
        return all;
    }

    private List<Database.ResultColumn> columns(Model model) {
        return Objects.requireNonNull(columns.get(model.name())).stream()
                .map(ModelCheck::column)
                .toList();
    }

    /** Of a column of {@link #columns}: its type before its name, which may have any character. */
    private static Database.ResultColumn column(String text) {
        String[] parts = text.split("\t", 2);
        return new Database.ResultColumn(parts[1], parts[0]);
    }

    /** What is made of the rows of a model's own select cannot be bound without their columns. */
    private boolean isOwnSelectSound(Model model) {
        if (model.layer() == Model.Layer.IMPACT) {
            return gives(
                    model,
                    "own",
                    () -> ImpactSelect.own(model.ownSelect()),
                    ImpactHeader.of(model.file()).columns(),
                    ImpactHeader.TEXTS);
        }
        return model.rule()
                .map(
                        it ->
                                gives(
                                        model,
                                        "tried",
                                        () -> RuleSelect.tried(it, model.ownSelect()),
                                        it.columns(),
                                        Rule.TEXTS))
                .orElse(true);
    }

    /** Whether a select of a model gives the columns that are expected, which is told. */
    private boolean gives(
            Model model,
            String what,
            Supplier<String> select,
            List<String> expected,
            List<String> texts) {
        Optional<List<String>> found = bound(model, what, select);
        found.ifPresent(
                it ->
                        checkColumns(
                                model,
                                it.stream().map(ModelCheck::column).toList(),
                                expected,
                                texts));
        return found.filter(
                        it ->
                                it.stream()
                                        .map(ModelCheck::column)
                                        .map(Database.ResultColumn::name)
                                        .toList()
                                        .equals(expected))
                .isPresent();
    }

    private boolean bind(Model model) {
        Optional<List<String>> found = bound(model, "bound", model::select);
        found.ifPresent(it -> columns.put(model.name(), it));
        return found.isPresent();
    }

    /**
     * The columns of a select of a model; empty where it is wrong, which is told.
     *
     * @param select made of the model's file by this version, and so known by the file
     */
    private Optional<List<String>> bound(Model model, String what, Supplier<String> select) {
        List<String> key = new ArrayList<>();
        key.addAll(List.of(what, foundations, Codes.of(model.layer()), model.file().sql()));
        for (Mention read : model.reads()) {
            key.add(read.name());
            key.addAll(columns.getOrDefault(read.name(), List.of()));
        }
        try {
            return Optional.of(memory.of(key, () -> bound(model, select.get())));
        } catch (SqlException failure) {
            int line = failure.line() > 0 ? failure.line() : model.file().statementLine();
            problems.add(model.file().file(), line, failure.reason());
            return Optional.empty();
        }
    }

    /** All that every model's meaning depends on: what comes from elsewhere, and macros. */
    private static String foundations(Optional<ModelFile> prelude) {
        List<String> texts = new ArrayList<>(List.of(prelude.map(ModelFile::sql).orElse("")));
        givenTables().forEach(it -> texts.add(it.name() + it.columns()));
        new TreeMap<>(Catalogue.datasets()).values().forEach(it -> texts.add(it.toString()));
        return Fingerprint.of(texts);
    }

    private List<String> bound(Model model, String select) {
        model.reads().forEach(read -> createTable(read.name()));
        if (model.layer() == Model.Layer.STAGING) {
            relations().staging(model, false, dataset -> FileTable.of(dataset, List.of()));
        } else {
            relations().view(model.name(), select);
        }
        List<String> found =
                database.get()
                        .list(
                                "select type, name from pragma_table_info(?)",
                                row -> row.getString(1) + "\t" + row.getString(2),
                                Database.name(model.name()));
        database.get().execute("drop view " + Database.name(model.name()));
        return found;
    }

    private void createTable(String model) {
        if (!columns.containsKey(model) || !created.add(model)) {
            return;
        }
        relations();
        database.get()
                .execute(
                        Objects.requireNonNull(columns.get(model)).stream()
                                .map(ModelCheck::column)
                                .map(it -> Database.name(it.name()) + " " + it.type())
                                .collect(
                                        Collectors.joining(
                                                ", ",
                                                "create table " + Database.name(model) + " (",
                                                ")")));
    }

    private Dataset table(Model model, List<Database.ResultColumn> found) {
        List<Column> kept = new ArrayList<>();
        boolean hasMonth = false;
        for (Database.ResultColumn column : found) {
            Optional<ColumnType> type = type(column.type());
            if (column.name().equals(Session.MONTH)) {
                hasMonth = column.type().equals("VARCHAR");
            } else if (type.isPresent()) {
                kept.add(new Column(column.name(), type.get(), false, List.of(), ""));
            } else {
                problem(
                        model,
                        "column "
                                + column.name()
                                + " is "
                                + column.type()
                                + ", expected one of "
                                + knownTypes()
                                + ": cast it");
            }
        }
        if (!hasMonth) {
            problem(model, "its columns lack month, expected a text such as 2026-09");
        }
        return new Dataset(model.name(), kept, "", "", false);
    }

    /**
     * @param expected their names
     * @param texts those of them that are texts
     */
    private void checkColumns(
            Model model,
            List<Database.ResultColumn> columns,
            List<String> expected,
            List<String> texts) {
        List<String> found = columns.stream().map(Database.ResultColumn::name).toList();
        if (!found.equals(expected)) {
            problem(
                    model,
                    "its columns are "
                            + String.join(", ", found)
                            + ", expected "
                            + String.join(", ", expected));
            return;
        }
        for (Database.ResultColumn column : columns) {
            boolean isText = column.type().equals("VARCHAR");
            if (isText != texts.contains(column.name())) {
                String type = isText ? "a number" : "VARCHAR";
                problem(
                        model,
                        "column " + column.name() + " is " + column.type() + ", expected " + type);
            }
        }
    }

    private static Optional<ColumnType> type(String sqlType) {
        if (sqlType.equals("INTEGER")) {
            return Optional.of(ColumnType.INTEGER);
        }
        return Arrays.stream(ColumnType.values())
                .filter(type -> FileRelation.sqlType(type).equals(sqlType))
                .findFirst();
    }

    private static String knownTypes() {
        return Arrays.stream(ColumnType.values())
                .map(FileRelation::sqlType)
                .collect(Collectors.joining(", "));
    }

    private void problem(Model model, String message) {
        problems.add(model.file().file(), model.file().statementLine(), message);
    }
}
