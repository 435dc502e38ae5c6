package eu.wattpeil.hosts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Texts that hosts remember together, each by a name; only the holder of the work changes them. */
public final class SharedMemory {

    private final RepositoryDatabase database;

    public SharedMemory(RepositoryDatabase database) {
        this.database = database;
    }

    /** The text of a name; empty where none was kept. */
    public Optional<String> content(String name) {
        return database.work(
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "select content from wattpeil_memory"
                                            + " where memory_name = ?")) {
                        query.setString(1, name);
                        try (ResultSet found = query.executeQuery()) {
                            return found.next()
                                    ? Optional.of(found.getString(1))
                                    : Optional.<String>empty();
                        }
                    }
                });
    }

    /**
     * Keeps a text.
     *
     * @throws ClaimLostException where the claim is not held any more
     */
    public void keep(String name, String content, HeldClaim claim) {
        boolean isKept =
                database.work(
                        connection -> {
                            try (PreparedStatement change =
                                    connection.prepareStatement(
                                            "insert into wattpeil_memory"
                                                    + " (memory_name, claim_number, content)"
                                                    + " select ?, claim_number, ?"
                                                    + " from wattpeil_claim"
                                                    + " where claim_number = ?"
                                                    + " and holder is not null for update"
                                                    + " on conflict (memory_name) do update set"
                                                    + " claim_number = excluded.claim_number,"
                                                    + " content = excluded.content")) {
                                change.setString(1, name);
                                change.setString(2, content);
                                change.setLong(3, claim.number());
                                return change.executeUpdate() == 1;
                            }
                        });
        if (!isKept) {
            throw claim.lost();
        }
    }
}
