package eu.wattpeil.hosts;

import eu.wattpeil.workspace.SharedRepository;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets hosts do something short one after the other. */
public final class Turns {

    private final RepositoryDatabase database;

    private Turns(RepositoryDatabase database) {
        this.database = database;
    }

    /** By the job repository that they share. */
    public static Turns of(SharedRepository settings) {
        return new Turns(RepositoryDatabase.of(settings));
    }

    /**
     * Does something while no other host does. Where the repository is away it is done all the
     * same: that must be told, too.
     */
    public void take(Runnable what) {
        AtomicBoolean isDone = new AtomicBoolean();
        try {
            database.transaction(
                    connection -> {
                        try (PreparedStatement lock =
                                connection.prepareStatement(
                                        "select pg_advisory_xact_lock("
                                                + "hashtext(current_schema() || ' turn'))")) {
                            lock.execute();
                        }
                        isDone.set(true);
                        what.run();
                        return true;
                    });
        } catch (RepositoryException unreachable) {
            if (!isDone.get()) {
                what.run();
            }
        }
    }
}
