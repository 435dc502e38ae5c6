package eu.wattpeil.kpi.engine;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Runs SQL over the files of a store. An implementation has a package of its own beside this one;
 * checking models before they run stays with DuckDB, whatever runs them.
 */
public interface Engine {

    /** Its name, as the file of its prelude has it: {@code jobs/models/prelude-<name>.sql}. */
    String name();

    /** The same, prepared for what is made of so many rows of documents. */
    default Engine forRows(long rows) {
        return this;
    }

    /**
     * A session that reaches the store and no other file. The caller closes it.
     *
     * @param zone in which the prelude's functions mean local time
     */
    Session open(Path store, ZoneId zone);

    /** The same for a few questions to files that are there: it may be part of a shared one. */
    default Session openToRead(Path store, ZoneId zone) {
        return open(store, zone);
    }

    /**
     * The same, for work that leaves the store as it is: it reaches a second folder, and puts there
     * what does not fit in memory.
     */
    Session open(Path store, Path aside, ZoneId zone);

    /** Removes what killed processes of this machine have left in the store. */
    void removeLeftovers(Path store);
}
