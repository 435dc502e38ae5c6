package eu.wattpeil.workspace;

import java.time.Duration;
import java.util.Optional;

/**
 * The PostgreSQL database that several hosts share the work by, from {@code job-repository:} of
 * {@code config/wattpeil.yaml}.
 *
 * @param url of JDBC, without a password in it
 * @param user who works there; empty leaves it to the driver
 * @param password of that user
 * @param schema that its tables are in; empty for the one that the database gives the user
 * @param silence without a sign of life after which a host has died and others go on with its work
 */
public record SharedRepository(
        String url,
        Optional<String> user,
        Optional<SecretPlace> password,
        Optional<String> schema,
        Duration silence,
        Place place) {

    /** Where the address of a PostgreSQL begins. */
    static final String PREFIX = "jdbc:postgresql://";

    /** As messages name it: without what follows the name of the database. */
    public String name() {
        return "job repository " + url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
    }
}
