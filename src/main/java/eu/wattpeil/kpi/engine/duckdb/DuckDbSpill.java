package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Spill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Parquet files in a folder beside that into which DuckDB itself puts what does not fit. */
final class DuckDbSpill implements Spill, AutoCloseable {

    private final Consumer<String> statements;
    private final Path folder;
    private final long mostRows;

    /**
     * @param statements runs one
     * @param folder that is made when it is needed
     */
    DuckDbSpill(Consumer<String> statements, Path folder, long mostRows) {
        this.statements = statements;
        this.folder = folder;
        this.mostRows = mostRows;
    }

    @Override
    public long mostRows() {
        return mostRows;
    }

    @Override
    public Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void write(String select, Path file) {
        String target = Database.text(file.toString());
        statements.accept("copy (" + select + "\n) to " + target + " (format parquet)");
    }

    @Override
    public String select(List<Path> files) {
        return "select * from " + FileRelation.scan(false, files);
    }

    @Override
    public void close() {
        if (Files.isDirectory(folder)) {
            SpillFolder.remove(folder);
        }
    }
}
