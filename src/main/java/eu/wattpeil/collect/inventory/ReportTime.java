package eu.wattpeil.collect.inventory;

import eu.wattpeil.collect.Document;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a report was made: as it says itself ({@code accesslog/logdate}), or else as the name of the
 * document does, or of a folder above it. The time at the end of a {@code deviceid}, by which
 * agents name their files, is that of their setting up, and is passed over.
 */
final class ReportTime {

    private static final Pattern DEVICE_ID =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern FETCHED =
            Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:[T _](\\d{2})[:.-]?(\\d{2})(?:[:.-]?(\\d{2}))?)?"
                            + "(?!\\d)");

    private final Optional<Instant> named;
    private final ZoneId zone;

    private ReportTime(Optional<Instant> named, ZoneId zone) {
        this.named = named;
        this.zone = zone;
    }

    /** Looks at the name of a document; local times are in the zone. */
    static ReportTime of(Document document, ZoneId zone) throws IOException {
        String name = DEVICE_ID.matcher(document.givenName()).replaceAll("");
        Optional<Instant> fetched = last(FETCHED.matcher(name), ZoneOffset.UTC);
        return new ReportTime(fetched.or(() -> last(DAY.matcher(name), zone)), zone);
    }

    private static Optional<Instant> last(Matcher times, ZoneId zone) {
        Optional<Instant> last = Optional.empty();
        while (times.find()) {
            Optional<Instant> found = instant(times, zone);
            last = found.isPresent() ? found : last;
        }
        return last;
    }

    /** The time of a report; a day alone is its beginning. */
    Optional<Instant> at(AgentReport report) {
        return report.content("accesslog/logdate")
                .flatMap(text -> last(DAY.matcher(text), zone))
                .or(() -> named);
    }

    /** The local day of a report. */
    Optional<LocalDate> on(AgentReport report) {
        return at(report).map(instant -> LocalDate.ofInstant(instant, zone));
    }

    private static Optional<Instant> instant(Matcher parts, ZoneId zone) {
        try {
            LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
            return Optional.of(LocalDateTime.of(day, time).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        String text = parts.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }
}
