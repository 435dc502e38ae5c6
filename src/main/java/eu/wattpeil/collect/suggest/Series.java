package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The values of one column over time, for each meter on its own.
 *
 * @param byMeter the values by time, in microseconds
 */
record Series(List<TreeMap<Long, Double>> byMeter) {

    private static final int ENOUGH = 10;
    private static final int FEW = 3;
    private static final int MANY = 30;
    private static final long HOUR = 60 * Times.MINUTE;
    private static final long DAY = TimeText.MICROS_PER_DAY;

    /**
     * The steps between times.
     *
     * @param micros the one that is there most often
     * @param share of all steps that are like it
     */
    record Step(long micros, double share) {

        /** As ISO 8601 has it; days and months of the calendar. */
        String duration() {
            if (micros % DAY == 0) {
                long days = micros / DAY;
                return days >= 28 && days <= 31 ? "P1M" : "P" + days + "D";
            }
            if (micros % HOUR == 0) {
                return "PT" + micros / HOUR + "H";
            }
            return micros % Times.MINUTE == 0
                    ? "PT" + micros / Times.MINUTE + "M"
                    : "PT" + micros / TimeText.MICROS_PER_SECOND + "S";
        }
    }

    /**
     * @param meters what tells the meter of each row
     * @param micros the time of each row
     */
    static Series of(List<String> meters, long[] micros, List<OptionalDouble> values) {
        Map<String, TreeMap<Long, Double>> byMeter = new LinkedHashMap<>();
        for (int i = 0; i < micros.length; i++) {
            if (micros[i] != NoValue.UNREADABLE && values.get(i).isPresent()) {
                byMeter.computeIfAbsent(meters.get(i), key -> new TreeMap<>())
                        .putIfAbsent(micros[i], values.get(i).getAsDouble());
            }
        }
        return new Series(new ArrayList<>(byMeter.values()));
    }

    /** The most frequent step; empty where no meter has two times. */
    Optional<Step> step() {
        Map<Long, Integer> counts = new HashMap<>();
        int all = 0;
        for (TreeMap<Long, Double> values : byMeter) {
            long before = Long.MIN_VALUE;
            for (long time : values.keySet()) {
                if (before != Long.MIN_VALUE) {
                    counts.merge(ofCalendar(time - before), 1, Integer::sum);
                    all++;
                }
                before = time;
            }
        }
        int steps = all;
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(it -> new Step(it.getKey(), (double) it.getValue() / steps));
    }

    /** Months are alike, however many days they have. */
    private static long ofCalendar(long step) {
        return step >= 28 * DAY && step <= 31 * DAY && step % DAY == 0 ? 30 * DAY : step;
    }

    /** Whether the values only ever grow, as those of a register do; empty where too few tell. */
    Optional<Boolean> isGrowing() {
        long rows = 0;
        long drops = 0;
        boolean hasGrown = false;
        for (TreeMap<Long, Double> values : byMeter) {
            double before = Double.NaN;
            for (double value : values.values()) {
                drops += value < before ? 1 : 0;
                hasGrown |= value > before;
                before = value;
                rows++;
            }
        }
        if (drops > 0) {
            return Optional.of(drops * 200 < rows && hasGrown);
        }
        if (rows - byMeter.size() >= ENOUGH) {
            return Optional.of(hasGrown);
        }
        return rows - byMeter.size() >= FEW && hasGrown && isFarFromZero()
                ? Optional.of(true)
                : Optional.empty();
    }

    /** Whether a value is below the one before it. */
    boolean falls() {
        return hasStep((before, value) -> value < before);
    }

    /** Whether values rise, and none falls. */
    boolean onlyGrows() {
        return !falls() && hasStep((before, value) -> value > before);
    }

    /** Whether values only grow, in many rows, and from far above zero or never by nothing. */
    boolean isRegister() {
        long rows = byMeter.stream().mapToLong(TreeMap::size).sum();
        return rows > (long) MANY * byMeter.size()
                && onlyGrows()
                && (isFarFromZero() || !hasStep((before, value) -> value.equals(before)));
    }

    private boolean hasStep(BiPredicate<Double, Double> isMeant) {
        for (TreeMap<Long, Double> values : byMeter) {
            Double before = null;
            for (Double value : values.values()) {
                if (before != null && isMeant.test(before, value)) {
                    return true;
                }
                before = value;
            }
        }
        return false;
    }

    /** Whether the first values are far more than what is added: a register that runs for long. */
    boolean isFarFromZero() {
        return byMeter.stream()
                .allMatch(
                        values -> {
                            double first = values.firstEntry().getValue();
                            double last = values.lastEntry().getValue();
                            return first > last - first;
                        });
    }

    /** The first time of all. */
    long first() {
        return byMeter.stream().mapToLong(TreeMap::firstKey).min().orElse(0);
    }

    /** The last time of all. */
    long last() {
        return byMeter.stream().mapToLong(TreeMap::lastKey).max().orElse(0);
    }
}
