package eu.wattpeil.collect.source.jdbc;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What databases do not have in common. */
enum Dialect {
    POSTGRESQL,
    /** And MySQL. */
    MARIADB,
    OTHER;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    static Dialect of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        return lower.startsWith("jdbc:mariadb:") || lower.startsWith("jdbc:mysql:")
                ? MARIADB
                : OTHER;
    }

    boolean escapesByBackslash() {
        return this == MARIADB;
    }

    boolean hasHashComments() {
        return this == MARIADB;
    }

    boolean hasDollarQuotes() {
        return this == POSTGRESQL;
    }

    boolean nestsComments() {
        return this == POSTGRESQL;
    }

    /** Whether it binds instants; else times are bound as those of the zone. */
    boolean bindsInstants() {
        return this == POSTGRESQL;
    }

    /**
     * What makes its driver give up on a server that does not answer; later than the server itself
     * gives up on a query.
     */
    Properties patience(Duration connect, Duration answer) {
        Properties properties = new Properties();
        Duration silence = answer.plus(LONGEST_GOODBYE);
        switch (this) {
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", Long.toString(seconds(connect)));
                properties.setProperty("loginTimeout", Long.toString(seconds(connect)));
                properties.setProperty("socketTimeout", Long.toString(seconds(silence)));
                properties.setProperty("ApplicationName", "wattpeil");
            }
            case MARIADB -> {
                properties.setProperty("connectTimeout", Long.toString(connect.toMillis()));
                properties.setProperty("socketTimeout", Long.toString(silence.toMillis()));
            }
            case OTHER -> {}
        }
        return properties;
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    /** What keeps a session from changing anything. */
    List<String> readOnly() {
        return this == MARIADB ? List.of("set session transaction read only") : List.of();
    }

    /** What gives a session a zone; of several the first that it knows is enough. */
    List<String> zone(ZoneId zone, List<ZoneOffset> offsets) {
        return switch (this) {
            case POSTGRESQL -> List.of("set time zone '" + zone.getId() + "'");
            case MARIADB ->
                    offsets.size() == 1
                            ? List.of(
                                    "set time_zone = '" + zone.getId() + "'",
                                    "set time_zone = '" + shown(offsets.get(0)) + "'")
                            : List.of("set time_zone = '" + zone.getId() + "'");
            case OTHER -> List.of();
        };
    }

    private static String shown(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
