package eu.wattpeil.kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Relations of an engine, and selects over them, each in the SQL that DuckDB and Spark share.
 * Several threads may ask at a time; a relation is there once the call that makes it has ended.
 *
 * <p>Every method throws {@link SqlException} where the engine refuses a statement, and {@link
 * EngineException} where the world fails.
 */
public interface Session extends AutoCloseable {

    /** The column that files cut by month have from the name of their folder, as a text. */
    String MONTH = "month";

    /** Makes a table of rows, in place of the one of that name where there is one. */
    void given(GivenTable table);

    /**
     * Runs what the models need and engines spell differently.
     *
     * @param ofEngine the statements of an engine, by its name; empty where it needs none
     */
    void prelude(Function<String, Optional<String>> ofEngine);

    /** Makes a relation of the rows of files. */
    void files(String relation, FileTable files);

    /** Makes a relation of a select, which computes on demand. */
    void view(String relation, String select);

    /** The same of a select that alone sees files, by the name of their table. */
    void view(String relation, String select, FileTable files);

    /**
     * Makes a relation of a select that one select alone reads: computed on demand, unless the
     * engine comes to the end sooner where it is computed first.
     */
    default void forOneReader(String relation, String select) {
        view(relation, select);
    }

    /** Makes a relation of a select, which is computed once, for several readers. */
    void table(String relation, String select);

    /** The same of a select that alone sees files, by the name of their table. */
    default void table(String relation, String select, FileTable files) {
        String seen = "seen_" + relation;
        view(seen, select, files);
        table(relation, "select * from " + seen);
    }

    /**
     * Where it puts down what is made of a relation of so many rows, as memory has no room for a
     * table of them; empty where it needs no such care.
     */
    default Optional<Spill> spill(long rows) {
        return Optional.empty();
    }

    /**
     * Makes a table of a select, in place of the one of that name where there is one.
     *
     * @return whether its rows may be others than those before
     */
    boolean remake(String relation, String select);

    /** Streams the rows of a select in its order; a row is there during its call only. */
    void each(String select, Consumer<Row> action);

    /** The rows of a select in its order, read one by one. */
    default <T> List<T> list(String select, Function<Row, T> reader) {
        List<T> rows = new ArrayList<>();
        each(select, row -> rows.add(reader.apply(row)));
        return rows;
    }

    @Override
    void close();
}
