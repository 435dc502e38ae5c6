package eu.wattpeil.hosts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The documents that the holder of the work offers to other hosts, as rows of the database. A row
 * is free, taken until its lease ends by the database's clock, or settled; nobody but the holder
 * removes one. What is settled or has lapsed is removed in the same step in which it is read, so
 * that whoever comes too late finds no row any more.
 */
public final class Offers implements AutoCloseable {

    private final HeldClaim claim;
    private final RepositorySession session;

    /**
     * What became of an offer.
     *
     * @param offerId of the offer
     * @param who took it, as it names itself
     * @param isStaged whether what it read lies in the offer's folder; otherwise it could not read
     *     it, or died
     */
    public record Settled(long offerId, String who, boolean isStaged) {}

    private Offers(RepositoryDatabase database, HeldClaim claim) {
        this.claim = claim;
        this.session = new RepositorySession(database);
    }

    /**
     * Begins to offer documents: others come from then on.
     *
     * @param software that must read them, by its version
     */
    public static Offers open(RepositoryDatabase database, HeldClaim claim, String software) {
        Offers offers = new Offers(database, claim);
        offers.session.work(
                connection -> {
                    clear(connection);
                    return offers.begin(software, connection);
                });
        return offers;
    }

    /** Of claims before nobody waits for anything. */
    private static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from wattpeil_sharing where claim_number <="
                            + " (select claim_number from wattpeil_claim)");
            statement.executeUpdate(
                    "delete from wattpeil_offer where claim_number <="
                            + " (select claim_number from wattpeil_claim)");
        }
    }

    private int begin(String software, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into wattpeil_sharing (claim_number, software) values (?, ?)")) {
            insert.setLong(1, claim.number());
            insert.setString(2, software);
            return insert.executeUpdate();
        }
    }

    /** Offers a document; gives the number of the offer. */
    public long offer(Offer offer) {
        return session.work(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into wattpeil_offer (claim_number, definition,"
                                            + " document_id, document_name, bytes, sha256, batch,"
                                            + " read_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)"
                                            + " returning offer_id")) {
                        insert.setLong(1, claim.number());
                        insert.setString(2, offer.definition());
                        insert.setString(3, offer.documentId());
                        insert.setString(4, offer.name());
                        insert.setLong(5, offer.bytes());
                        insert.setString(6, offer.sha256());
                        insert.setLong(7, offer.batch());
                        insert.setLong(8, offer.readAt().toEpochMilli());
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                });
    }

    /** How many offers nobody has taken. */
    public int free() {
        return session.work(
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "select count(*) from wattpeil_offer"
                                            + " where claim_number = ? and taken_by is null")) {
                        query.setLong(1, claim.number());
                        try (ResultSet row = query.executeQuery()) {
                            row.next();
                            return row.getInt(1);
                        }
                    }
                });
    }

    /** What is staged or refused by now, or was taken by somebody who died; each is told once. */
    public List<Settled> settled() {
        return session.work(
                connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "delete from wattpeil_offer where claim_number = ?"
                                            + " and (outcome is not null"
                                            + " or lease_until < clock_timestamp())"
                                            + " returning offer_id, taken_by, outcome")) {
                        delete.setLong(1, claim.number());
                        return settled(delete);
                    }
                });
    }

    private static List<Settled> settled(PreparedStatement delete) throws SQLException {
        List<Settled> settled = new ArrayList<>();
        try (ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                boolean isStaged =
                        Optional.ofNullable(row.getString(3))
                                .filter(HelpedClaim.STAGED::equals)
                                .isPresent();
                settled.add(new Settled(row.getLong(1), row.getString(2), isStaged));
            }
        }
        return settled;
    }

    /** Takes back an offer of a definition that nobody has taken; empty where there is none. */
    public OptionalLong takeBack(String definition) {
        return session.work(
                connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "delete from wattpeil_offer where offer_id = (select offer_id"
                                            + " from wattpeil_offer where claim_number = ?"
                                            + " and definition = ? and taken_by is null"
                                            + " order by offer_id limit 1"
                                            + " for update skip locked) returning offer_id")) {
                        delete.setLong(1, claim.number());
                        delete.setString(2, definition);
                        try (ResultSet row = delete.executeQuery()) {
                            return row.next()
                                    ? OptionalLong.of(row.getLong(1))
                                    : OptionalLong.empty();
                        }
                    }
                });
    }

    /** Nothing is offered any more; whoever still reads finds that it was in vain. */
    @Override
    public void close() {
        try {
            session.work(
                    connection -> {
                        clear(connection);
                        return true;
                    });
        } catch (RepositoryException unreachable) {
            // The next one to hold the work clears it; others see that the claim is over.
            return;
        } finally {
            session.close();
        }
    }
}
