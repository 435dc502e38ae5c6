package eu.wattpeil.hosts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who holds the work of the workspace: a row of the database, whose clock is that of all hosts.
 * Each claim has a number, one more than that of the last one.
 */
public final class Claims {

    private final RepositoryDatabase database;

    public Claims(RepositoryDatabase database) {
        this.database = database;
    }

    /**
     * How the work is held.
     *
     * @param number of the claim
     * @param holder as it names itself; empty where nobody holds it
     * @param since when it was claimed
     * @param silentFor how long ago the holder gave its last sign of life
     */
    public record Standing(
            long number, Optional<String> holder, Optional<Instant> since, Duration silentFor) {

        boolean isFree(Duration silence) {
            return holder.isEmpty() || silentFor.compareTo(silence) >= 0;
        }

        /** For those who would have it. */
        String words() {
            return holder.orElse("nobody")
                    + since.map(it -> " since " + it.truncatedTo(ChronoUnit.SECONDS)).orElse("");
        }
    }

    /** How the work is held now. */
    public Standing standing() {
        return database.work(Claims::standing);
    }

    /** Whether somebody holds it who lives. */
    public boolean isHeld() {
        return !standing().isFree(database.settings().silence());
    }

    /**
     * Claims the work where it is free, or its holder has been silent for long enough.
     *
     * @param who as other hosts shall read it
     * @return the claim before, and the number of this one
     * @throws ClaimedException where somebody else holds it
     */
    Taken take(String who) {
        Standing before = standing();
        boolean isTaken =
                before.isFree(database.settings().silence())
                        && database.work(connection -> take(who, before, connection));
        if (!isTaken) {
            throw new ClaimedException(busy(standing()));
        }
        return new Taken(before, before.number() + 1);
    }

    /** In one step, for one of those who come at the same time. */
    private boolean take(String who, Standing before, Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update wattpeil_claim set claim_number = claim_number + 1, holder = ?,"
                                + " held_since = clock_timestamp(), alive_at = clock_timestamp()"
                                + " where claim_number = ? and (holder is null or alive_at <="
                                + " clock_timestamp() - make_interval(secs => ?))")) {
            update.setString(1, who);
            update.setLong(2, before.number());
            update.setDouble(3, database.settings().silence().toMillis() / 1000.0);
            return update.executeUpdate() == 1;
        }
    }

    /**
     * A claim.
     *
     * @param before how the work was held until then
     */
    record Taken(Standing before, long number) {}

    /** Gives a sign of life; whether the claim is still held by that number. */
    boolean beat(long number) {
        return update(
                "update wattpeil_claim set alive_at = clock_timestamp()"
                        + " where claim_number = ? and holder is not null",
                number);
    }

    /** Gives the work back; nothing happens where another one holds it. */
    void release(long number) {
        update("update wattpeil_claim set holder = null where claim_number = ?", number);
    }

    private boolean update(String sql, long number) {
        return database.work(
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement(sql)) {
                        update.setLong(1, number);
                        return update.executeUpdate() == 1;
                    }
                });
    }

    private String busy(Standing standing) {
        return database.settings().name()
                + ": the work is held by "
                + standing.words()
                + ", which gave a sign of life "
                + standing.silentFor().toSeconds()
                + " s ago, expected it free; wait until that process has ended, or has been silent"
                + " for "
                + database.settings().silence().toSeconds()
                + " s";
    }

    private static Standing standing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select claim_number, holder, held_since,"
                                        + " extract(epoch from clock_timestamp() - alive_at)"
                                        + " from wattpeil_claim")) {
            if (!row.next()) {
                throw new SQLException("wattpeil_claim is empty", "02000");
            }
            return new Standing(
                    row.getLong(1),
                    Optional.ofNullable(row.getString(2)),
                    Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    Duration.ofMillis((long) (row.getDouble(4) * 1000)));
        }
    }
}
