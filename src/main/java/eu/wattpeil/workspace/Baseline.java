package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry of {@code config/baselines.yaml}: the months that the energy of a room is compared with
 * from then on, and what it depends on; the energy baseline of ISO 50001.
 *
 * @param roomId the room
 * @param firstMonth of the months that it is made of
 * @param lastMonth the last one; it holds from the next one on, until another one of the room does
 * @param drivers what the energy of a day depends on, each once
 * @param adjustments what else happened since, that the drivers do not tell
 * @param place where it stands, for messages
 */
public record Baseline(
        String baselineId,
        String roomId,
        YearMonth firstMonth,
        YearMonth lastMonth,
        List<Driver> drivers,
        List<Adjustment> adjustments,
        Place place) {

    /** All seasons are in it. */
    private static final int LEAST_MONTHS = 12;

    /** What the energy of a day may depend on. */
    public enum Driver {
        COOLING_DEGREE_DAYS,
        HEATING_DEGREE_DAYS,
        IT_ENERGY,
        /** Whether the organisation works on the day. */
        WORKDAY
    }

    /**
     * What a change that is no saving and no waste makes of each day, such as a new rack: a
     * non-routine adjustment.
     *
     * @param from the first day
     * @param until the last one; empty while it goes on
     * @param kwhPerDay what is used more by it; less than 0 for what is used less
     */
    public record Adjustment(LocalDate from, Optional<LocalDate> until, BigDecimal kwhPerDay) {

        public Adjustment {
            if (until.filter(it -> it.isBefore(from)).isPresent()) {
                throw new IllegalArgumentException(
                        "until is " + until.get() + ", expected a day from " + from + " on");
            }
        }

        /** Whether it is of a day. */
        public boolean isOf(LocalDate day) {
            return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
        }
    }

    public Baseline {
        drivers = List.copyOf(drivers);
        adjustments = List.copyOf(adjustments);
        long months = firstMonth.until(lastMonth, ChronoUnit.MONTHS) + 1;
        if (months < LEAST_MONTHS) {
            throw new IllegalArgumentException(
                    "until is "
                            + lastMonth
                            + ", expected "
                            + firstMonth.plusMonths(LEAST_MONTHS - 1L)
                            + " or later: a baseline has all seasons");
        }
    }

    /** Where it is. */
    public Scope scope() {
        return new Scope("room", roomId);
    }

    /** Those that a month is compared with: of each room the one that ended last before it. */
    public static Collection<Baseline> heldIn(YearMonth month, List<Baseline> baselines) {
        Map<String, Baseline> latest =
                baselines.stream()
                        .filter(it -> it.lastMonth().isBefore(month))
                        .collect(
                                Collectors.toMap(
                                        Baseline::roomId,
                                        Function.identity(),
                                        BinaryOperator.maxBy(
                                                Comparator.comparing(Baseline::lastMonth)),
                                        TreeMap::new));
        return latest.values();
    }
}
