package eu.wattpeil.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in messages, as the clocks of the organisation show them. */
final class LocalTime {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private LocalTime() {}

    /** For instance {@code 2026-09-30 23:45}. */
    static String text(Instant instant, ZoneId zone) {
        return TO_THE_MINUTE.format(instant.atZone(zone));
    }
}
