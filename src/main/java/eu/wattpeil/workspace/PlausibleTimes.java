package eu.wattpeil.workspace;

import java.time.Duration;
import java.time.LocalDate;

/**
 * When something can have been measured, printed or observed: what lies outside is a mistake of its
 * source, such as a clock that starts in 1970 after a power cut.
 *
 * @param from the first day, in the organisation's zone
 * @param ahead how far it may be ahead of the moment in which its document is read
 */
public record PlausibleTimes(LocalDate from, Duration ahead) {

    /** From the year 2000 to a day after the document is read. */
    public static final PlausibleTimes DEFAULT =
            new PlausibleTimes(LocalDate.of(2000, 1, 1), Duration.ofDays(1));
}
