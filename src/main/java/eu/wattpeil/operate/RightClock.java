package eu.wattpeil.operate;

import eu.wattpeil.collect.Intake;
import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices a clock that was set back: it would make rows of today rows of the future, which are
 * unusable, and their documents would never be read again.
 */
final class RightClock {

    /** Rows of a day count until it is over, whatever the zone. */
    private static final Duration A_DAY = Duration.ofDays(2);

    private RightClock() {}

    /** The clock of this machine tells a time that is over. */
    static final class WrongClockException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private WrongClockException(String message) {
            super(message);
        }
    }

    /**
     * Requires a time that does not lie before what is in the store.
     *
     * @throws WrongClockException where it does
     */
    static void require(Setup setup, Store store, Clock clock) {
        Instant now = clock.instant();
        Instant last = now.plus(setup.workspace().settings().plausibleTimes().ahead()).plus(A_DAY);
        Optional<LedgerRow> later =
                documents(store).stream()
                        .filter(row -> row.lastAt().filter(last::isBefore).isPresent())
                        .filter(row -> isReadSo(row, setup))
                        .max(Comparator.comparing(row -> row.lastAt().orElseThrow()));
        if (later.isPresent()) {
            throw new WrongClockException(
                    "the clock of this machine: the time is "
                            + now.truncatedTo(ChronoUnit.SECONDS)
                            + ", expected one after "
                            + later.get().lastAt().orElseThrow()
                            + ", of which "
                            + later.get().name()
                            + " tells already; set the clock right, and the next run goes on from"
                            + " here");
        }
    }

    /** Other readings may have been read with other bounds. */
    private static boolean isReadSo(LedgerRow row, Setup setup) {
        Set<String> readings =
                setup.intakes().all().stream().map(Intake::reading).collect(Collectors.toSet());
        return readings.contains(row.reading());
    }

    /** Of a damaged store none: whoever needs them says so. */
    private static List<LedgerRow> documents(Store store) {
        try {
            return store.documents();
        } catch (StoreException damaged) {
            return List.of();
        }
    }
}
