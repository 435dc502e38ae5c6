package eu.wattpeil.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what rows of readings have of each series, while they are written in its order, so that
 * nobody has to read them for that again. Gives up where it would cost more than it saves, and
 * where the times of a series come in stretches that are not apart: then it cannot be told how many
 * there are.
 */
final class SeriesSpans {

    private static final int MOST_SERIES = 10_000;

    /** Fewer rows of a series in one go are counted sooner by a database. */
    private static final int FEWEST_OF_A_RUN = 16;

    private final Map<List<Text>, SeriesSpan> spans = new HashMap<>();
    private boolean isGivenUp;

    /** Of other datasets nobody asks for it. */
    SeriesSpans(Dataset dataset) {
        isGivenUp = !dataset.name().equals(Datasets.METER_READINGS.name());
    }

    /** All that is known of the parts of a document; empty where it is not known of all. */
    static Optional<List<SeriesSpan>> of(Dataset dataset, List<SeriesSpans> parts) {
        SeriesSpans all = new SeriesSpans(dataset);
        for (SeriesSpans part : parts) {
            all.isGivenUp |= part.isGivenUp;
            part.spans.values().forEach(all::add);
        }
        return all.isGivenUp ? Optional.empty() : Optional.of(List.copyOf(all.spans.values()));
    }

    /** Counts rows, which are in the order of their series. */
    void add(RowBlock rows) {
        if (isGivenUp) {
            return;
        }
        Dataset dataset = rows.dataset();
        Text[][] series =
                dataset.seriesColumns().stream()
                        .map(column -> rows.texts()[dataset.index(column)])
                        .toArray(Text[][]::new);
        long[] times = rows.numbers()[dataset.index(dataset.timeColumn())];
        long[] starts =
                dataset.startColumn().isEmpty()
                        ? times
                        : rows.numbers()[dataset.index(dataset.startColumn())];
        int runs = 0;
        for (int from = 0; from < rows.rows() && !isGivenUp; runs++) {
            int to = endOfRun(series, times, from, rows.rows());
            add(span(series, times, starts, from, to));
            from = to;
            isGivenUp |= runs > FEWEST_OF_A_RUN && to / FEWEST_OF_A_RUN < runs;
        }
    }

    private void add(SeriesSpan span) {
        SeriesSpan before = spans.putIfAbsent(span.series(), span);
        if (before != null) {
            isGivenUp |= !before.isApartFrom(span);
            spans.put(span.series(), before.with(span));
        }
        isGivenUp |= spans.size() > MOST_SERIES;
        if (isGivenUp) {
            spans.clear();
        }
    }

    /** Behind the last row of a series from one on, while their times do not go back. */
    private static int endOfRun(Text[][] series, long[] times, int from, int end) {
        int to = end;
        for (Text[] texts : series) {
            to = endOfText(texts, from, to);
        }
        int row = from + 1;
        while (row < to && times[row] >= times[row - 1]) {
            row++;
        }
        return row;
    }

    private static int endOfText(Text[] texts, int from, int end) {
        Text first = texts[from];
        int row = from + 1;
        while (row < end && (texts[row] == first || texts[row].equals(first))) {
            row++;
        }
        return row;
    }

    private static SeriesSpan span(Text[][] series, long[] times, long[] starts, int from, int to) {
        long different = 1;
        for (int row = from + 1; row < to; row++) {
            different += times[row] != times[row - 1] ? 1 : 0;
        }
        long first = Long.MAX_VALUE;
        for (int row = from; row < to; row++) {
            first = Math.min(first, starts[row] == RowBlock.ABSENT ? times[row] : starts[row]);
        }
        Text[] key = new Text[series.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = series[i][from];
        }
        return new SeriesSpan(
                List.of(key), to - from, different, first, times[from], times[to - 1]);
    }
}
