package eu.wattpeil.hosts;

import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.SharedRepository;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What hosts share the work by, in a PostgreSQL that is there. */
public final class TestRepository {

    private TestRepository() {}

    /** One in a schema, whose hosts have died after three seconds of silence. */
    public static RepositoryDatabase in(PostgresqlServer server, String schema) {
        return in(server, schema, Duration.ofSeconds(3));
    }

    static RepositoryDatabase in(PostgresqlServer server, String schema, Duration silence) {
        return RepositoryDatabase.of(
                new SharedRepository(
                        server.url(),
                        Optional.of("wattpeil"),
                        Optional.of(
                                SecretPlace.variable(
                                        "SECRET", Map.of("SECRET", PostgresqlServer.PASSWORD))),
                        Optional.of(schema),
                        silence,
                        new Place("config/wattpeil.yaml", 3)));
    }
}
