package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.ModelFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes relations in a session, in this order: the computed month, configuration and ledger (by
 * their own classes), the prelude, then models.
 */
public final class Relations {

    static final String PERIOD = "period";

    /**
     * The values that the month tells, and the months before; for what is published beside them.
     */
    public static final String KPI_VALUES = "kpi_values";

    private static final List<String> PERIOD_COLUMNS =
            List.of(
                    "month varchar",
                    "started_at timestamptz",
                    "ended_at timestamptz",
                    "first_on date",
                    "last_on date",
                    "known_until_at timestamptz");

    private final Session session;

    public Relations(Session session) {
        this.session = session;
    }

    /**
     * Makes {@code period}: one row for the month, or none. Nothing can be known of what comes
     * after {@code known_until_at}: the end of the month, or the beginning of a day before it.
     *
     * @param until that day; empty for a month that is over
     */
    public void period(ZoneId zone, Optional<YearMonth> month, Optional<LocalDate> until) {
        List<List<Object>> rows =
                month.stream()
                        .map(
                                it ->
                                        List.<Object>of(
                                                it.toString(),
                                                edge(it, zone),
                                                edge(it.plusMonths(1), zone),
                                                it.atDay(1),
                                                it.atEndOfMonth(),
                                                until.map(day -> dayIn(it, day))
                                                        .map(day -> day.atStartOfDay(zone))
                                                        .map(ZonedDateTime::toInstant)
                                                        .orElseGet(
                                                                () ->
                                                                        edge(
                                                                                it.plusMonths(1),
                                                                                zone))))
                        .toList();
        session.given(new GivenTable(PERIOD, PERIOD_COLUMNS, rows));
    }

    /**
     * Runs the macros and views of the prelude.
     *
     * @param ofEngine that of an engine, by its name
     */
    public void prelude(Function<String, Optional<ModelFile>> ofEngine) {
        session.prelude(engine -> ofEngine.apply(engine).map(ModelFile::sql));
    }

    /** Makes a model a view that computes on demand. */
    public void view(Model model) {
        view(model.name(), model.select());
    }

    void view(String name, String select) {
        session.view(name, select);
    }

    /** Makes a model, which another one alone reads, what its engine takes for that. */
    public void forOneReader(Model model) {
        session.forOneReader(model.name(), model.select());
    }

    /** Makes a model a table: computed once, for several readers. */
    public void table(Model model) {
        session.table(model.name(), model.select());
    }

    /**
     * Makes a staging model a relation over its own months of its dataset.
     *
     * @param isTable whether it is computed once, for several readers
     * @param files the files of a dataset that it sees
     */
    public void staging(Model model, boolean isTable, Function<Dataset, FileTable> files) {
        Optional<Dataset> dataset =
                model.reads().stream()
                        .map(Mention::name)
                        .map(Catalogue.datasets()::get)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (dataset.isEmpty()) {
            make(model, isTable);
        } else if (isTable) {
            session.table(model.name(), model.select(), files.apply(dataset.get()));
        } else {
            session.view(model.name(), model.select(), files.apply(dataset.get()));
        }
    }

    private void make(Model model, boolean isTable) {
        if (isTable) {
            table(model);
        } else {
            view(model);
        }
    }

    /** A month that has not begun is known up to its beginning. */
    private static LocalDate dayIn(YearMonth month, LocalDate day) {
        return day.isBefore(month.atDay(1)) ? month.atDay(1) : day;
    }

    private static Instant edge(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
