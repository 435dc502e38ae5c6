package eu.wattpeil.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.scheduling.support.CronExpression;

/**
 * Times that come again.
 *
 * @param cron six cron fields: second, minute, hour, day, month, weekday
 * @param zone in which they are meant
 */
public record Schedule(String cron, ZoneId zone) {

    /** From here on a time that comes is looked for: any day does. */
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    static final ValueType<String> CRON =
            ValueType.of(
                    "six cron fields (second minute hour day month weekday) of a time that comes,"
                            + " such as 0 30 2 * * *",
                    Schedule::cron);

    /**
     * The first of its times after an instant. A time that comes twice when clocks are set back is
     * the first of both; one that they leap over is as much later as they leap.
     */
    public Instant next(Instant after) {
        CronExpression times = CronExpression.parse(cron);
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        Instant next;
        do {
            local = Objects.requireNonNull(times.next(local));
            next = local.atZone(zone).toInstant();
        } while (!next.isAfter(after));
        return next;
    }

    /** As Spring writes it; one whose time never comes, such as 31 February, is refused. */
    private static String cron(String text) {
        CronExpression cron = CronExpression.parse(text);
        if (cron.next(SOME_DAY.atStartOfDay(ZoneOffset.UTC)) == null) {
            throw new IllegalArgumentException("never");
        }
        return cron.toString();
    }
}
