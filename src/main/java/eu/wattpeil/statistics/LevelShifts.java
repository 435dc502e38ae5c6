package eu.wattpeil.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the level of a series shifts: the split into stretches of constant level that leaves the
 * least squares, each shift paid for with a penalty (PELT; Killick, Fearnhead, Eckley 2012,
 * https://doi.org/10.1080/01621459.2012.737745). The split is the best there is, not a guess.
 */
public final class LevelShifts {

    private final double[] sums;
    private final double[] squares;
    private final int shortest;

    private LevelShifts(double[] values, int shortest) {
        this.sums = new double[values.length + 1];
        this.squares = new double[values.length + 1];
        this.shortest = shortest;
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + values[i] * values[i];
        }
    }

    /**
     * The index of the first value of each new level, ascending; empty where there is one level.
     *
     * @param values in the order of time
     * @param shortest a level has at least so many values
     * @param penalty by how much a shift has to lower the squares
     */
    public static List<Integer> of(double[] values, int shortest, double penalty) {
        return new LevelShifts(values, shortest).best(penalty);
    }

    /**
     * The penalty of Bayes' criterion (BIC): a shift has two parameters, its place and its height.
     *
     * @param longRun variance that as many independent values would need, {@link Noise#longRun()}
     */
    public static double penalty(int values, double longRun) {
        return 2 * longRun * Math.log(values);
    }

    private List<Integer> best(double penalty) {
        int count = sums.length - 1;
        double[] least = new double[count + 1];
        int[] before = new int[count + 1];
        List<Integer> starts = new ArrayList<>();
        least[0] = -penalty;
        for (int end = 1; end <= count; end++) {
            least[end] = Double.POSITIVE_INFINITY;
        }
        for (int end = shortest; end <= count; end++) {
            int newest = end - shortest;
            if (least[newest] < Double.POSITIVE_INFINITY) {
                starts.add(newest);
            }
            for (int start : starts) {
                double left = least[start] + cost(start, end) + penalty;
                if (left < least[end]) {
                    least[end] = left;
                    before[end] = start;
                }
            }
            // Only now can a level begin at newest: what it beats there can never be best again.
            starts.removeIf(
                    start ->
                            newest - start >= shortest
                                    && least[start] + cost(start, newest) > least[newest]);
        }
        List<Integer> shifts = new ArrayList<>();
        for (int end = count; end >= shortest && before[end] > 0; end = before[end]) {
            shifts.add(before[end]);
        }
        Collections.reverse(shifts);
        return List.copyOf(shifts);
    }

    /** The squares about the mean of some values. */
    private double cost(int start, int end) {
        double sum = sums[end] - sums[start];
        return squares[end] - squares[start] - sum * sum / (end - start);
    }
}
