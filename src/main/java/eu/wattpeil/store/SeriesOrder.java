package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of some rows in which those of one series follow each other by time: series as their
 * texts come first, rows of the same time as they come. What a meter tells hardly changes from one
 * row to the next, so that rows in this order are encoded to far fewer bytes.
 */
final class SeriesOrder {

    /** For each column of the series that is not the same in all rows, the number of its text. */
    private final int[][] numbers;

    /** Fewer rows of a meter save less than it takes to name another meter after them. */
    private static final int FEWEST_OF_A_SERIES = 16;

    private final long[] times;
    private int[] places;

    private SeriesOrder(List<Text[]> series, long[] times, int rows) {
        this.times = times;
        places = new int[rows];
        Arrays.setAll(places, row -> row);
        List<int[]> varied = new ArrayList<>();
        for (int i = series.size() - 1; i >= 0; i--) {
            TextNumbers texts = new TextNumbers(series.get(i), rows);
            if (texts.count() > 1) {
                varied.add(texts.numbers());
                arrange(texts.numbers(), texts.count());
            }
        }
        numbers = varied.toArray(int[][]::new);
    }

    /** Puts the rows of one thing beside each other, in a dataset that keeps them so. */
    static void arrange(RowBlock rows) {
        Dataset dataset = rows.dataset();
        if (!dataset.isInSeries()) {
            return;
        }
        List<Text[]> series =
                dataset.seriesColumns().stream()
                        .map(column -> rows.texts()[dataset.index(column)])
                        .toList();
        long[] times = rows.numbers()[dataset.index(dataset.timeColumn())];
        int[] places = of(series, times, rows.rows(), FEWEST_OF_A_SERIES);
        if (places.length > 0) {
            rows.arrange(places);
        }
    }

    /**
     * For each row from now on, which one it is now; empty where rows stay where they are, as they
     * are in order or there is too little of each series.
     *
     * @param series the columns that tell a series; the first counts most
     * @param times the time of each row
     * @param fewest so many rows of a series, in the mean of all, are put beside each other
     */
    static int[] of(List<Text[]> series, long[] times, int rows, int fewest) {
        return new SeriesOrder(series, times, rows).places(fewest);
    }

    private int[] places(int fewest) {
        int from = 0;
        int count = 0;
        for (int at = 1; at <= places.length; at++) {
            if (at == places.length || !isOfOneSeries(places[at - 1], places[at])) {
                orderByTime(from, at);
                from = at;
                count++;
            }
        }
        return isInOrder() || places.length / fewest < count ? new int[0] : places;
    }

    private boolean isInOrder() {
        int at = 0;
        while (at < places.length && places[at] == at) {
            at++;
        }
        return at == places.length;
    }

    /** Stable, so that the order of further columns holds within one number. */
    private void arrange(int[] numberOf, int count) {
        int[] next = new int[count + 1];
        for (int number : numberOf) {
            next[number + 1]++;
        }
        for (int number = 0; number < count; number++) {
            next[number + 1] += next[number];
        }
        int[] arranged = new int[places.length];
        for (int place : places) {
            arranged[next[numberOf[place]]++] = place;
        }
        places = arranged;
    }

    private boolean isOfOneSeries(int place, int other) {
        for (int[] numberOf : numbers) {
            if (numberOf[place] != numberOf[other]) {
                return false;
            }
        }
        return true;
    }

    /** Nearly all documents tell of the times of a meter one after the other. */
    private void orderByTime(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (times[places[at]] < times[places[at - 1]]) {
                int[] ordered =
                        Arrays.stream(places, from, to)
                                .boxed()
                                .sorted(Comparator.comparingLong(place -> times[place]))
                                .mapToInt(Integer::intValue)
                                .toArray();
                System.arraycopy(ordered, 0, places, from, ordered.length);
                return;
            }
        }
    }
}
