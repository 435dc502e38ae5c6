package eu.wattpeil.kpi.engine;

import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** DuckDB, which counts what is asked of it. */
public final class CountingEngine implements Engine {

    private final Engine engine = new DuckDbEngine();
    private final List<Path> files = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger rows = new AtomicInteger();

    /** The files that selects could see, each as often as it was opened. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** The rows that were handed over. */
    public int rows() {
        return rows.get();
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Session open(Path store, ZoneId zone) {
        return new CountingSession(engine.open(store, zone));
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return new CountingSession(engine.open(store, aside, zone));
    }

    @Override
    public void removeLeftovers(Path store) {
        engine.removeLeftovers(store);
    }

    private final class CountingSession implements Session {

        private final Session session;

        CountingSession(Session session) {
            this.session = session;
        }

        @Override
        public void given(GivenTable table) {
            session.given(table);
        }

        @Override
        public void prelude(Function<String, Optional<String>> ofEngine) {
            session.prelude(ofEngine);
        }

        @Override
        public void files(String relation, FileTable table) {
            files.addAll(table.rows().all());
            session.files(relation, table);
        }

        @Override
        public void view(String relation, String select) {
            session.view(relation, select);
        }

        @Override
        public void view(String relation, String select, FileTable table) {
            files.addAll(table.rows().all());
            session.view(relation, select, table);
        }

        @Override
        public void forOneReader(String relation, String select) {
            session.forOneReader(relation, select);
        }

        @Override
        public void table(String relation, String select) {
            session.table(relation, select);
        }

        @Override
        public boolean remake(String relation, String select) {
            return session.remake(relation, select);
        }

        @Override
        public void each(String select, Consumer<Row> action) {
            session.each(
                    select,
                    row -> {
                        rows.incrementAndGet();
                        action.accept(row);
                    });
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
