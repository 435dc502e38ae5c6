package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.SqlLimits;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.DuckDbSession;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets DuckDB bind every model on empty relations. */
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

    private final Database database;
    private final Relations relations;
    private final Problems problems;
    private final Set<String> broken = new HashSet<>();

    ModelCheck(Database database, Problems problems) {
        this.database = database;
        this.relations = new Relations(new DuckDbSession(database, ZoneOffset.UTC));
        this.problems = problems;
    }

    /** Makes the relations that come from elsewhere; gives their names. */
    List<String> createShared(Optional<ModelFile> prelude) {
        relations.period(ZoneOffset.UTC, Optional.empty());
        ConfigRelations.empty().tables().forEach(database::create);
        Results.NONE.tables(YearMonth.of(1970, 1)).forEach(database::create);
        database.create(DocumentsTable.of(List.of()));
        database.create(new GivenTable(Relations.KPI_VALUES, KpiColumns.ofModels(), List.of()));
        try {
            prelude.ifPresent(file -> SqlLimits.check(file.sql()));
            relations.prelude(prelude);
        } catch (SqlException failure) {
            ModelFile file = prelude.orElseThrow();
            int line = failure.line() > 0 ? failure.line() : file.statementLine();
            problems.add(file.file(), line, failure.reason());
        }
        List<String> names = new ArrayList<>(ConfigRelations.empty().names());
        names.addAll(Results.NAMES);
        names.add(Relations.PERIOD);
        names.add(Relations.KPI_VALUES);
        names.add(Datasets.DOCUMENTS.name());
        names.addAll(
                database.list(
                        "select view_name from duckdb_views() where not internal",
                        row -> row.getString(1)));
        return names;
    }

    /**
     * Binds models in their order; gives the tables of the materialised ones.
     *
     * <p>Each is bound once: those that read it find an empty table of its columns, not a view that
     * would bind all that is below it again.
     */
    Map<String, Dataset> bind(List<Model> models) {
        Map<String, Dataset> tables = new HashMap<>();
        for (Model model : models) {
            boolean isSound = model.reads().stream().noneMatch(it -> broken.contains(it.name()));
            if (!isSound || !bind(model)) {
                broken.add(model.name());
                continue;
            }
            List<Database.ResultColumn> columns = replaceByTable(model);
            if (model.isMaterialised()) {
                tables.put(model.name(), table(model, columns));
            }
            if (model.kpi().isPresent()) {
                checkColumns(model, columns, KPI_COLUMNS, KPI_COLUMNS.subList(0, 3));
            }
            PublishedTables.of(model.layer())
                    .ifPresent(
                            it ->
                                    checkColumns(
                                            model, columns, columns(it, false), columns(it, true)));
        }
        return tables;
    }

    private List<Database.ResultColumn> replaceByTable(Model model) {
        String name = Database.name(model.name());
        List<Database.ResultColumn> columns =
                database.list(
                        "select column_name, data_type from duckdb_columns()"
                                + " where table_name = ? order by column_index",
                        row -> new Database.ResultColumn(row.getString(1), row.getString(2)),
                        model.name());
        database.execute("drop view " + name);
        database.execute(
                columns.stream()
                        .map(column -> Database.name(column.name()) + " " + column.type())
                        .collect(Collectors.joining(", ", "create table " + name + " (", ")")));
        return columns;
    }

    private boolean bind(Model model) {
        try {
            if (model.layer() == Model.Layer.STAGING) {
                relations.staging(model, dataset -> FileTable.of(dataset, List.of()));
            } else {
                relations.view(model);
            }
            return true;
        } catch (SqlException failure) {
            int line = failure.line() > 0 ? failure.line() : model.file().statementLine();
            problems.add(model.file().file(), line, failure.reason());
            return false;
        }
    }

    private Dataset table(Model model, List<Database.ResultColumn> found) {
        List<Column> columns = new ArrayList<>();
        boolean hasMonth = false;
        for (Database.ResultColumn column : found) {
            Optional<ColumnType> type = type(column.type());
            if (column.name().equals(Session.MONTH)) {
                hasMonth = column.type().equals("VARCHAR");
            } else if (type.isPresent()) {
                columns.add(new Column(column.name(), type.get(), false, List.of(), ""));
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
        return new Dataset(model.name(), columns, "", "", false);
    }

    private static List<String> columns(PublishedTable table, boolean isTextOnly) {
        return Stream.concat(
                        Stream.of(Session.MONTH),
                        table.columnsOfModels().stream()
                                .filter(it -> !isTextOnly || it.type() == ColumnType.TEXT)
                                .map(Column::name))
                .toList();
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
