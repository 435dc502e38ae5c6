package eu.wattpeil.kpi.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;

/**
 * A second engine, of which only tests know: another database, with an SQL of its own, that reads
 * no Parquet and so is given the rows of files.
 */
public final class H2Engine implements Engine {

    private static final String URL =
            "jdbc:h2:mem:;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=MONTH,VALUE,YEAR;TIME ZONE=UTC";

    private int sessions;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public Session open(Path store, ZoneId zone) {
        sessions++;
        return new H2Session(connection());
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return open(store, zone);
    }

    @Override
    public void removeLeftovers(Path store) {
        // It works in memory only.
    }

    /** How many were opened. */
    public int sessions() {
        return sessions;
    }

    private static Connection connection() {
        try {
            return DriverManager.getConnection(URL);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
