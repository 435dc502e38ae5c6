package eu.wattpeil.hosts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The servers of a workspace on several hosts, by their signs of life. */
public final class Servers {

    /** Each gives one a minute, and none while it waits for a repository that is away. */
    private static final int DEAD_AFTER_SECONDS = 150;

    private final RepositoryDatabase database;
    private final String serverId = UUID.randomUUID().toString();
    private final String name;

    /**
     * @param name of this one, as others shall read it
     */
    public Servers(RepositoryDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    /**
     * A server.
     *
     * @param content what it told with its last sign of life
     */
    public record Server(String name, Instant since, String content) {}

    /** Those that live, by name. */
    public static List<Server> all(RepositoryDatabase database) {
        return database.work(
                connection -> {
                    List<Server> servers = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "select server_name, serving_since, content"
                                                    + " from wattpeil_server"
                                                    + " where alive_at > clock_timestamp()"
                                                    + " - interval '"
                                                    + DEAD_AFTER_SECONDS
                                                    + " seconds'"
                                                    + " order by server_name, server_id")) {
                        while (row.next()) {
                            servers.add(
                                    new Server(
                                            row.getString(1),
                                            row.getObject(2, OffsetDateTime.class).toInstant(),
                                            row.getString(3)));
                        }
                    }
                    return servers;
                });
    }

    /** This one lives. */
    public void alive(String content) {
        database.work(
                connection -> {
                    try (PreparedStatement change =
                            connection.prepareStatement(
                                    "insert into wattpeil_server (server_id, server_name,"
                                            + " serving_since, alive_at, content) values (?, ?,"
                                            + " clock_timestamp(), clock_timestamp(), ?)"
                                            + " on conflict (server_id) do update set"
                                            + " alive_at = clock_timestamp(),"
                                            + " content = excluded.content")) {
                        change.setString(1, serverId);
                        change.setString(2, name);
                        change.setString(3, content);
                        change.executeUpdate();
                    }
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate(
                                "delete from wattpeil_server"
                                        + " where alive_at < clock_timestamp() - interval '1 day'");
                    }
                });
    }

    /** This one ends. */
    public void leave() {
        database.work(
                connection -> {
                    try (PreparedStatement change =
                            connection.prepareStatement(
                                    "delete from wattpeil_server where server_id = ?")) {
                        change.setString(1, serverId);
                        return change.executeUpdate();
                    }
                });
    }
}
