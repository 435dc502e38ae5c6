package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.ParsedSql;
import eu.wattpeil.workspace.ModelFile;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes relations in a database, in this order: the computed month, configuration and ledger (by
 * their own classes), the prelude, then models.
 */
public final class Relations {

    static final String PERIOD = "period";

    private final Database database;

    public Relations(Database database) {
        this.database = database;
    }

    /** Makes {@code period}: one row for the month, or none. */
    public void period(ZoneId zone, Optional<YearMonth> month) {
        database.execute("set variable zone = " + Database.text(zone.getId()));
        database.execute(
                "create table period (month varchar, started_at timestamptz,"
                        + " ended_at timestamptz, first_on date, last_on date)");
        List<List<Object>> rows =
                month.stream()
                        .map(
                                it ->
                                        List.<Object>of(
                                                it.toString(),
                                                edge(it, zone),
                                                edge(it.plusMonths(1), zone),
                                                it.atDay(1),
                                                it.atEndOfMonth()))
                        .toList();
        database.append(PERIOD, rows);
    }

    /** Runs the macros and views of the prelude. */
    public void prelude(Optional<ModelFile> prelude) {
        prelude.ifPresent(file -> database.execute(file.sql()));
    }

    /** Makes a model a view that computes on demand. */
    public void view(Model model) {
        database.execute("create view " + Database.name(model.name()) + " as\n" + model.select());
    }

    /** Makes a model a table: computed once, for several readers. */
    public void table(Model model) {
        database.execute("create table " + Database.name(model.name()) + " as\n" + model.select());
    }

    /**
     * Makes a staging model a view over its own months of its dataset.
     *
     * @param datasets for each dataset, the select that it stands for
     */
    public void staging(Model model, Map<String, String> datasets) {
        StringBuilder with = new StringBuilder();
        for (ParsedSql.Mention read : model.reads()) {
            if (datasets.containsKey(read.name()) && with.isEmpty()) {
                with.append("with ")
                        .append(Database.name(read.name()))
                        .append(" as (")
                        .append(datasets.get(read.name()))
                        .append(") ");
            }
        }
        database.execute(
                "create view "
                        + Database.name(model.name())
                        + " as "
                        + with
                        + "select * from (\n"
                        + model.select()
                        + "\n)");
    }

    private static Instant edge(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
