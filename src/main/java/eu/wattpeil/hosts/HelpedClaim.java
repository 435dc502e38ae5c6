package eu.wattpeil.hosts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The work that another process holds, and lets this one help with: it takes documents that are
 * offered, one after the other. A thread keeps what was taken; where it cannot, the leases end, and
 * the documents are read by others.
 */
public final class HelpedClaim implements AutoCloseable {

    static final String STAGED = "staged";
    static final String REFUSED = "refused";

    private static final int RENEWALS_PER_SILENCE = 6;

    private final RepositoryDatabase database;
    private final RepositorySession session;
    private final Open open;
    private final String who;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Work that can be helped with.
     *
     * @param number of the claim that it is done by
     * @param holder as it names itself
     * @param software that must read the documents, by its version
     */
    public record Open(long number, String holder, String software) {

        /** A word for what is of this claim alone. */
        public String word() {
            return HeldClaim.word(number);
        }
    }

    /** A document that was taken. */
    public record Taken(long offerId, Offer offer) {}

    /**
     * Who helps.
     *
     * @param documents that it reads at the moment
     */
    public record Helping(String who, int documents) {}

    /**
     * @param who as other hosts shall read it
     */
    public HelpedClaim(RepositoryDatabase database, Open open, String who) {
        this.database = database;
        this.session = new RepositorySession(database);
        this.open = open;
        this.who = who;
        Thread thread = new Thread(this::renew, "leases");
        thread.setDaemon(true);
        thread.start();
    }

    /** Work of somebody who lives, and offers documents; empty for none. */
    public static Optional<Open> find(RepositoryDatabase database) {
        return database.work(connection -> find(database, connection));
    }

    private static Optional<Open> find(RepositoryDatabase database, Connection connection)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select claim_number, holder, software from wattpeil_claim"
                                + " join wattpeil_sharing using (claim_number)"
                                + " where holder is not null and alive_at >"
                                + " clock_timestamp() - make_interval(secs => ?)")) {
            query.setDouble(1, seconds(database));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Open(row.getLong(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** Whether there is a document to be taken. */
    public static boolean isWanted(RepositoryDatabase database) {
        return find(database).isPresent()
                && database.work(
                        connection -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet row =
                                            statement.executeQuery(
                                                    "select 1 from wattpeil_offer join"
                                                            + " wattpeil_claim"
                                                            + " using (claim_number)"
                                                            + " where taken_by is null limit 1")) {
                                return row.next();
                            }
                        });
    }

    /** Who helps with the work at the moment, by name. */
    public static List<Helping> helping(RepositoryDatabase database) {
        return database.work(
                connection -> {
                    List<Helping> helping = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "select taken_by, count(*) from wattpeil_offer"
                                                    + " join wattpeil_claim using (claim_number)"
                                                    + " where outcome is null"
                                                    + " and lease_until > clock_timestamp()"
                                                    + " group by taken_by order by taken_by")) {
                        while (row.next()) {
                            helping.add(new Helping(row.getString(1), row.getInt(2)));
                        }
                    }
                    return helping;
                });
    }

    /** Whether nobody waits for this process any more. */
    public boolean isOver() {
        return !session.work(connection -> find(database, connection)).equals(Optional.of(open));
    }

    /**
     * Takes the largest document of the definition that its holder comes to last.
     *
     * @param without definitions whose documents are left to others
     */
    public Optional<Taken> take(Collection<String> without) {
        return session.work(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update wattpeil_offer set taken_by = ?, lease_until ="
                                            + " clock_timestamp() + make_interval(secs => ?)"
                                            + " where offer_id = (select offer_id"
                                            + " from wattpeil_offer join wattpeil_claim"
                                            + " using (claim_number) where claim_number = ?"
                                            + " and taken_by is null and definition <> all (?)"
                                            + " order by batch desc, bytes desc limit 1"
                                            + " for update of wattpeil_offer skip locked)"
                                            + " returning offer_id, definition, document_id,"
                                            + " document_name, bytes, sha256, batch,"
                                            + " read_at_ms")) {
                        update.setString(1, who);
                        update.setDouble(2, seconds(database));
                        update.setLong(3, open.number());
                        update.setArray(4, connection.createArrayOf("text", without.toArray()));
                        try (ResultSet row = update.executeQuery()) {
                            return row.next() ? Optional.of(taken(row)) : Optional.<Taken>empty();
                        }
                    }
                });
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong(1),
                new Offer(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        Instant.ofEpochMilli(row.getLong(8))));
    }

    /** Hands a document over; false where its lease had ended, and it was read in vain. */
    public boolean staged(Taken taken) {
        return settle(taken, STAGED);
    }

    /** Gives a document back that cannot be read here. */
    public void refuse(Taken taken) {
        settle(taken, REFUSED);
    }

    private boolean settle(Taken taken, String outcome) {
        return session.work(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update wattpeil_offer set outcome = ? where offer_id = ?"
                                            + " and taken_by = ? and outcome is null"
                                            + " and lease_until >= clock_timestamp()")) {
                        update.setString(1, outcome);
                        update.setLong(2, taken.offerId());
                        update.setString(3, who);
                        return update.executeUpdate() == 1;
                    }
                });
    }

    private void renew() {
        Duration wait = database.settings().silence().dividedBy(RENEWALS_PER_SILENCE);
        try {
            while (!ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                renewOnce();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lease that has ended stays so: somebody else may have been told. */
    private void renewOnce() {
        try {
            session.work(
                    connection -> {
                        try (PreparedStatement update =
                                connection.prepareStatement(
                                        "update wattpeil_offer set lease_until ="
                                                + " clock_timestamp() + make_interval(secs => ?)"
                                                + " where claim_number = ? and taken_by = ?"
                                                + " and outcome is null"
                                                + " and lease_until >= clock_timestamp()")) {
                            update.setDouble(1, seconds(database));
                            update.setLong(2, open.number());
                            update.setString(3, who);
                            return update.executeUpdate();
                        }
                    });
        } catch (RepositoryException unreachable) {
            // What was taken is read by others then.
            return;
        }
    }

    private static double seconds(RepositoryDatabase database) {
        return database.settings().silence().toMillis() / 1000.0;
    }

    @Override
    public void close() {
        ended.countDown();
        session.close();
    }
}
