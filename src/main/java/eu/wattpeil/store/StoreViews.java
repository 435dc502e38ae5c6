package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of {@code views.sql}: what is in the store as views of DuckDB, for analysts. Each shows
 * what Wattpeil itself sees: documents in their last reading, and of other tables the rows of
 * these.
 *
 * <p>Files are named relative to the store, so that it may be moved or mounted elsewhere: DuckDB
 * finds them from within the store, or from anywhere by {@code set file_search_path}.
 */
public final class StoreViews {

    /** The file, below the root of the store. */
    public static final String FILE = "views.sql";

    private static final String HEADER =
            """
            -- Views of this store for DuckDB; each run writes them anew. From within the store:
            --     duckdb -init views.sql
            -- from elsewhere, with the store's own path:
            --     set file_search_path = '/path/to/store';
            --     .read /path/to/store/views.sql
            -- Times are UTC. What each column means stands in dictionary.csv.
            """;

    private static final String UNIQUE_READINGS =
            """
            select meter_readings.*
            from meter_readings
            inner join documents using (document_id)
            qualify row_number() over (
                partition by meter_key, quantity, kind, started_at, measured_at
                order by batch desc, name desc, document_id desc, line desc
            ) = 1""";

    /** The rows of the editions that are shown. */
    private static final String CURRENT =
            """
            select {editions}.*
            from {editions}
            inner join editions using (month, edition)""";

    /** Which pack has the rows of a document in a month, and which pack that has at all. */
    private static final String PACKS =
            """
            select dataset, month, part, name, pack
            from read_csv('_packs/*.csv', header = true, all_varchar = true)
            where part in ('pack', 'document')""";

    /**
     * Files are listed at one moment and records read at another. Whatever a run exchanges between
     * them, a row that neither expects is an error: nothing is counted twice, or left out.
     */
    private static final String PACKED =
            """
            select every.* exclude (filename)
            from ({rows}) as every
            left join packs as files
                on files.part = 'pack'
                and files.dataset = '{table}'
                and files.month = every.month
                and files.name = parse_filename(every.filename)
            left join packs as documents_of
                on documents_of.part = 'document'
                and documents_of.dataset = '{table}'
                and documents_of.month = every.month
                and documents_of.name = every.document_id
            where every.document_id in (select document_id from documents)
                and case
                    when starts_with(parse_filename(every.filename), 'pack-')
                    then case
                        when files.name is null then error('{exchanged}')
                        else documents_of.name is not null
                    end
                    when documents_of.name is null then true
                    else error('{exchanged}')
                end""";

    private static final String EXCHANGED =
            "{table}: a run is putting files into a pack, expected one that has ended; ask again,"
                    + " or call wattpeil run where it was cut off";

    private static final String NO_FILE = ", cast(null as VARCHAR) as filename";

    /** Every edition withholds the same departments in all KPIs. */
    private static final String TOLD_DEPARTMENTS =
            """
            select distinct month, scope_id as department_id
            from kpi_values
            where period = 'month' and scope_kind = 'department' and value is not null""";

    private final StoreLayout layout;
    private final StringBuilder sql = new StringBuilder(HEADER);

    private StoreViews(StoreLayout layout) {
        this.layout = layout;
    }

    /**
     * The views of a store as it is now.
     *
     * @param values the table of KPI values, all editions of it
     * @param published the tables beside it, likewise
     * @param literals small tables, among them {@code editions}, which says by {@code month} and
     *     {@code edition} what is shown
     * @param derived the tables that models materialised
     */
    public static String of(
            StoreLayout layout,
            Dataset values,
            List<Dataset> published,
            List<LiteralTable> literals,
            List<Dataset> derived) {
        StoreViews views = new StoreViews(layout);
        views.view(
                Datasets.DOCUMENTS.name(),
                "select * from ("
                        + views.rows(Datasets.DOCUMENTS, false)
                        + ")\nqualify row_number() over (\n"
                        + "    partition by definition, sha256 order by batch desc, document_id desc\n"
                        + ") = 1");
        literals.forEach(table -> views.view(table.table().name(), literal(table)));
        views.editions("kpi_editions", values);
        published.forEach(table -> views.editions(table.name() + "_editions", table));
        views.view("told_departments", TOLD_DEPARTMENTS);
        if (layout.hasPacks()) {
            views.view("packs", PACKS);
        }
        for (Dataset table : Datasets.collected()) {
            views.view(table.name(), withToldDepartments(table, views.ofDocuments(table)));
        }
        views.view(Datasets.REJECTS.name(), views.ofDocuments(Datasets.REJECTS));
        views.view(Datasets.RUNS.name(), views.rows(Datasets.RUNS, false));
        views.view("unique_meter_readings", UNIQUE_READINGS);
        derived.forEach(table -> views.view(table.name(), views.rows(table, true)));
        return views.sql.toString();
    }

    /** All editions of a table by a name of their own, and those that are shown by the table's. */
    private void editions(String name, Dataset table) {
        view(name, rows(table, true));
        view(table.name(), CURRENT.replace("{editions}", name));
    }

    private void view(String name, String select) {
        sql.append("\ncreate or replace view ").append(name).append(" as\n");
        sql.append(select).append(";\n");
    }

    private String ofDocuments(Dataset table) {
        if (table.isByMonth() && layout.hasPacks()) {
            return PACKED.replace("{rows}", rows(table, true, ", filename = true"))
                    .replace("{exchanged}", EXCHANGED)
                    .replace("{table}", table.name());
        }
        return "select * from ("
                + rows(table, table.isByMonth())
                + ")\nwhere document_id in (select document_id from documents)";
    }

    /** Rows of months; a department that reports withhold, or do not show yet, becomes null. */
    private static String withToldDepartments(Dataset table, String select) {
        boolean hasDepartment =
                table.isByMonth()
                        && table.columns().stream()
                                .anyMatch(column -> column.name().equals("department_id"));
        return hasDepartment
                ? "select every.* replace (told_departments.department_id as department_id)\nfrom ("
                        + select
                        + ") as every\nleft join told_departments"
                        + " on told_departments.month = every.month"
                        + " and told_departments.department_id = every.department_id"
                : select;
    }

    /** Files may be older than a column, and there may be none at all: the columns are there. */
    private String rows(Dataset table, boolean hasMonth) {
        return rows(table, hasMonth, "");
    }

    private String rows(Dataset table, boolean hasMonth, String moreOptions) {
        List<String> columns = new ArrayList<>();
        if (hasMonth) {
            columns.add("cast(null as VARCHAR) as month");
        }
        table.columns()
                .forEach(
                        it ->
                                columns.add(
                                        "cast(null as "
                                                + it.type().sqlType()
                                                + ") as "
                                                + name(it.name())));
        String nothing = "select " + String.join(", ", columns) + " where false";
        if (!isThere(table, hasMonth)) {
            return moreOptions.isEmpty() ? nothing : nothing.replace(" where", NO_FILE + " where");
        }
        String options =
                hasMonth
                        ? ", hive_partitioning = true, hive_types = {'month': VARCHAR}"
                        : ", hive_partitioning = false";
        return nothing
                + "\nunion all by name\nselect * from read_parquet('"
                + table.name()
                + (hasMonth ? "/*" : "")
                + "/*.parquet', union_by_name = true"
                + moreOptions
                + options
                + ")";
    }

    private boolean isThere(Dataset table, boolean hasMonth) {
        return hasMonth
                ? layout.months(table.name()).stream()
                        .anyMatch(month -> !layout.fileNames(table.name(), month).isEmpty())
                : !layout.all(table).isEmpty();
    }

    private static String literal(LiteralTable literal) {
        String columns =
                literal.table().columns().stream()
                        .map(
                                it ->
                                        "cast(null as "
                                                + it.type().sqlType()
                                                + ") as "
                                                + name(it.name()))
                        .collect(Collectors.joining(", "));
        String nothing = "select " + columns + " where false";
        if (literal.rows().isEmpty()) {
            return nothing;
        }
        return nothing
                + "\nunion all values\n"
                + literal.rows().stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(StoreViews::value)
                                                .collect(Collectors.joining(", ", "    (", ")")))
                        .collect(Collectors.joining(",\n"));
    }

    private static String value(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "null" : value(optional.get());
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }

    private static String name(String column) {
        return '"' + column + '"';
    }
}
