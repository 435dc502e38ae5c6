package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class LevelShiftsTest {

    private static final int SERIES = 200;
    private static final int DAYS = 365;
    private static final int SHORTEST = 28;

    /** A single level leaves 25 · 8 / 4 = 50 squares, the two leave 0 for one penalty. */
    @Test
    void paysForAShiftWithThePenalty() {
        double[] values = {0, 0, 0, 0, 5, 5, 5, 5};

        assertThat(LevelShifts.of(values, 2, 49)).containsExactly(4);
        assertThat(LevelShifts.of(values, 2, 51)).isEmpty();
    }

    @Test
    void findsAllShiftsAndNoLevelThatIsTooShort() {
        double[] values = {1, 1, 1, 9, 1, 1, 1, 20, 20, 20, 20, 4, 4, 4};

        assertThat(LevelShifts.of(values, 3, 20)).containsExactly(7, 11);
        assertThat(LevelShifts.of(values, 1, 20)).containsExactly(3, 4, 7, 11);
        assertThat(LevelShifts.of(new double[] {1, 9}, 3, 1)).isEmpty();
    }

    /** Every split there is, tried. */
    @RepeatedTest(20)
    void isTheBestOfAllSplits() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        double[] values = random.doubles(12, 0, 10).toArray();
        for (int i = random.nextInt(12); i < 12; i++) {
            values[i] += 8;
        }
        double penalty = 5 + 40 * random.nextDouble();
        List<Integer> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int split = 0; split < 1 << 11; split++) {
            List<Integer> shifts = new ArrayList<>();
            for (int i = 1; i < 12; i++) {
                if ((split >> (i - 1) & 1) == 1) {
                    shifts.add(i);
                }
            }
            double left = left(values, shifts, penalty);
            if (left < least) {
                least = left;
                best = shifts;
            }
        }

        assertThat(LevelShifts.of(values, 2, penalty)).as("seed %s", seed).isEqualTo(best);
    }

    /** By what is best up to each value, of all that may begin its level. */
    @Test
    void isTheBestOfAllSplitsOfLongSeries() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            int count = 20 + random.nextInt(150);
            int shortest = 1 + random.nextInt(15);
            double penalty = 30 * random.nextDouble();
            double[] values = new double[count];
            double level = 0;
            for (int i = 0; i < count; i++) {
                level += random.nextInt(20) == 0 ? 4 * random.nextGaussian() : 0;
                values[i] = level + random.nextGaussian();
            }

            assertThat(LevelShifts.of(values, shortest, penalty))
                    .as("seed %s", seed)
                    .isEqualTo(bestOfAll(values, shortest, penalty));
        }
    }

    private static List<Integer> bestOfAll(double[] values, int shortest, double penalty) {
        double[] least = new double[values.length + 1];
        int[] start = new int[values.length + 1];
        for (int end = 1; end <= values.length; end++) {
            least[end] = Double.POSITIVE_INFINITY;
            for (int at = 0; at <= end - shortest; at++) {
                double mean = 0;
                for (int i = at; i < end; i++) {
                    mean += values[i] / (end - at);
                }
                double left = least[at] + (at == 0 ? 0 : penalty);
                for (int i = at; i < end; i++) {
                    left += (values[i] - mean) * (values[i] - mean);
                }
                if (left < least[end]) {
                    least[end] = left;
                    start[end] = at;
                }
            }
        }
        List<Integer> shifts = new ArrayList<>();
        for (int end = start[values.length]; end > 0; end = start[end]) {
            shifts.add(0, end);
        }
        return shifts;
    }

    private static double left(double[] values, List<Integer> shifts, double penalty) {
        List<Integer> edges = new ArrayList<>(shifts);
        edges.add(0, 0);
        edges.add(values.length);
        double left = penalty * shifts.size();
        for (int i = 1; i < edges.size(); i++) {
            if (edges.get(i) - edges.get(i - 1) < 2) {
                return Double.POSITIVE_INFINITY;
            }
            double mean = 0;
            for (int at = edges.get(i - 1); at < edges.get(i); at++) {
                mean += values[at] / (edges.get(i) - edges.get(i - 1));
            }
            for (int at = edges.get(i - 1); at < edges.get(i); at++) {
                left += (values[at] - mean) * (values[at] - mean);
            }
        }
        return left;
    }

    @Test
    void fewSeriesWithoutAShiftShowOne() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(found(seed, 0)).as("seed %s", seed).isLessThanOrEqualTo(SERIES / 10);
        }
    }

    @Test
    void stepOfATenthIsFound() {
        assertThat(found(1, -10)).isGreaterThan(SERIES * 9 / 10);
    }

    /** How many of random series of a year show a shift within two weeks of the middle, or any. */
    private static int found(long seed, double step) {
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < SERIES; i++) {
            double[] values = new double[DAYS];
            double noise = 0;
            for (int day = 0; day < DAYS; day++) {
                noise = 0.5 * noise + 3 * random.nextGaussian();
                values[day] = 100 + (day < DAYS / 2 ? 0 : step) + noise;
            }
            List<Integer> shifts = LevelShifts.of(values, SHORTEST, LevelShifts.penalty(DAYS, 36));
            boolean isFound =
                    step == 0
                            ? !shifts.isEmpty()
                            : shifts.stream().anyMatch(it -> Math.abs(it - DAYS / 2) <= 14);
            found += isFound ? 1 : 0;
        }
        return found;
    }
}
