package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.collect.source.Windows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a database is asked, and how.
 *
 * @param zone of the organisation
 * @param mostBytes of one answer
 */
record JdbcSettings(
        String url,
        Optional<String> user,
        Optional<Credential> password,
        BoundQuery query,
        Optional<Windows> windows,
        Duration connectTimeout,
        Duration timeLimit,
        long mostBytes,
        ZoneId zone) {

    Dialect dialect() {
        return Dialect.of(url);
    }
}
