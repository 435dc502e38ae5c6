package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.workspace.Section;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The stretches of time that an origin is asked for, one after the other from a day on. Days and
 * months are those of a zone, so that a day may have 23 or 25 hours.
 */
public final class Windows {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final String NOW = "now";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Option<LocalDate> FROM =
            new Option<>(
                    "from",
                    OptionType.text("a day such as 2026-01-01", LocalDate::parse),
                    "the first day that is asked for; an earlier one fills in what came before",
                    "");

    private static final Option<TemporalAmount> LENGTH =
            new Option<>(
                    "length",
                    OptionType.text(
                            "an ISO-8601 duration of a minute or more, such as P1D, P1M or PT6H",
                            Windows::length),
                    "how long each window is",
                    "`P1D`");

    private static final Option<String> UNTIL =
            new Option<>(
                    "until",
                    OptionType.choice(NOW),
                    "`now` asks for the part of the newest window that has passed, too, each time",
                    "the newest window that is over");

    private static final Option<Duration> AGAIN_FOR =
            new Option<>(
                    "again-for",
                    OptionType.text("an ISO-8601 duration such as P3D or PT12H", Duration::parse),
                    "how long after its end a window is asked for again by each run, for data that"
                            + " comes late",
                    "not at all");

    private static final Option<ZoneId> ZONE =
            new Option<>(
                    "zone",
                    OptionType.text("a zone such as Europe/Brussels", ZoneId::of),
                    "of days and months",
                    "the organisation's");

    /** What a definition may say of them. */
    static final List<Option<?>> OPTIONS = List.of(FROM, LENGTH, UNTIL, AGAIN_FOR, ZONE);

    /** The option of a source that asks by them. */
    public static final Option<Section> OPTION =
            new Option<>(
                    "window",
                    OptionType.section(OPTIONS),
                    "stretches of time that are asked for once each, the oldest first",
                    "each run asks once");

    private final LocalDate first;
    private final TemporalAmount length;
    private final boolean isUntilNow;
    private final Duration againFor;
    private final ZoneId zone;

    private Windows(
            LocalDate first,
            TemporalAmount length,
            boolean isUntilNow,
            Duration againFor,
            ZoneId zone) {
        this.first = first;
        this.length = length;
        this.isUntilNow = isUntilNow;
        this.againFor = againFor;
        this.zone = zone;
    }

    /** The windows of a section; what is wrong is noted, and then there are none. */
    public static Optional<Windows> of(SourceContext context) {
        Section section = context.section();
        if (!section.has(FROM.key())) {
            section.text(FROM.key());
        }
        Optional<LocalDate> from = FROM.read(section);
        TemporalAmount length = LENGTH.read(section).orElse(Period.ofDays(1));
        boolean isUntilNow = UNTIL.read(section).isPresent();
        Duration againFor = AGAIN_FOR.read(section).orElse(Duration.ZERO);
        ZoneId zone = ZONE.read(section).orElse(context.zone());
        section.rejectUnknownKeys();
        return from.map(day -> new Windows(day, length, isUntilNow, againFor, zone));
    }

    private static TemporalAmount length(String text) {
        if (text.contains("T")) {
            Duration exact = Duration.parse(text);
            if (exact.compareTo(LEAST) < 0) {
                throw new DateTimeException("too short: " + text);
            }
            return exact;
        }
        Period calendar = Period.parse(text);
        if (calendar.isZero() || calendar.isNegative()) {
            throw new DateTimeException("not above 0: " + text);
        }
        return calendar;
    }

    /**
     * The windows to be asked for, the oldest first.
     *
     * @param isThere whether the answer for a window of that name has landed
     */
    public List<Window> due(Instant now, Predicate<String> isThere) {
        List<Window> due = new ArrayList<>();
        Instant young = now.minus(againFor);
        int number = 0;
        Instant from = start(number);
        while (from.isBefore(now)) {
            Instant to = start(++number);
            if (to.isAfter(now)) {
                partOf(from, now).ifPresent(due::add);
            } else {
                String name = edge(from) + "--" + edge(to);
                if (!isThere.test(name) || to.isAfter(young)) {
                    due.add(new Window(name, from, to, true, zone));
                }
            }
            from = to;
        }
        return due;
    }

    /** How a moment stands in names. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** What the names of parts of a window begin with, which the whole of it replaces. */
    public static String namesOfParts(Window window) {
        return window.name().substring(0, window.name().indexOf("--")) + "--so-far-";
    }

    private Optional<Window> partOf(Instant from, Instant now) {
        Instant to = now.truncatedTo(ChronoUnit.SECONDS);
        return isUntilNow && from.isBefore(to)
                ? Optional.of(
                        new Window(
                                edge(from) + "--so-far-" + MOMENT.format(to),
                                from,
                                to,
                                false,
                                zone))
                : Optional.empty();
    }

    private Instant start(int number) {
        return length instanceof Period calendar
                ? first.plus(calendar.multipliedBy(number)).atStartOfDay(zone).toInstant()
                : first.atStartOfDay(zone)
                        .toInstant()
                        .plus(((Duration) length).multipliedBy(number));
    }

    private String edge(Instant instant) {
        return length instanceof Period
                ? LocalDate.ofInstant(instant, zone).toString()
                : MOMENT.format(instant);
    }
}
