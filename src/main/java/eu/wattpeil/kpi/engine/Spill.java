package eu.wattpeil.kpi.engine;

import java.nio.file.Path;
import java.util.List;

/** How much a session of one engine can hold in memory, and files for what is more. */
public interface Spill {

    /** How many rows a table may have, and there is room for it and for what is made of it. */
    long mostRows();

    /** A folder for files, which is there until the session is closed. */
    Path folder();

    /** Writes the rows of a select to a file, for any session of the same engine and store. */
    void write(String select, Path file);

    /** The select of the rows of such files. */
    String select(List<Path> files);
}
