package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import java.time.ZoneId;
import java.util.function.Consumer;

/** A session in a database. */
public final class DuckDbSession implements Session {

    private final Database database;

    /** The database becomes the session's, which closes it. */
    public DuckDbSession(Database database, ZoneId zone) {
        this.database = database;
        database.execute("set variable zone = " + Database.text(zone.getId()));
    }

    @Override
    public void given(GivenTable table) {
        database.create(table);
    }

    @Override
    public void prelude(String statements) {
        database.execute(statements);
    }

    @Override
    public void files(String relation, FileTable files) {
        view(relation, FileRelation.select(files));
    }

    @Override
    public void view(String relation, String select) {
        create("view", relation, select);
    }

    @Override
    public void view(String relation, String select, FileTable files) {
        String name = Database.name(files.table().name());
        String seen = "with " + name + " as (" + FileRelation.select(files) + ") ";
        create("view", relation, seen + "select * from (" + select + "\n)");
    }

    @Override
    public void table(String relation, String select) {
        create("table", relation, select);
    }

    @Override
    public void each(String select, Consumer<Row> action) {
        database.result(
                select,
                rows -> {
                    Row row = new ResultRow(rows);
                    while (rows.next()) {
                        action.accept(row);
                    }
                });
    }

    @Override
    public void close() {
        database.close();
    }

    /** The select begins on the first line, so that lines of failures are its own. */
    private void create(String kind, String relation, String select) {
        database.execute("create " + kind + " " + Database.name(relation) + " as " + select);
    }
}
