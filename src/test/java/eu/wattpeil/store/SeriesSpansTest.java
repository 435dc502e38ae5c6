package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesSpansTest {

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final long NO_START = RowBlock.ABSENT;

    private record Row(String meter, String kind, long start, long time) {}

    @Test
    void countsWhatOneFindsByLookingAtEachRow() {
        int known = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<List<Row>> parts = new ArrayList<>();
            for (int part = 0; part < 1 + random.nextInt(3); part++) {
                parts.add(rows(random, part));
            }
            Optional<List<SeriesSpan>> found = spans(parts);
            known += found.isPresent() ? 1 : 0;
            found.ifPresent(
                    spans ->
                            assertThat(spans).containsExactlyInAnyOrderElementsOf(lookedAt(parts)));
        }
        assertThat(known).isBetween(150, 299);
    }

    @Test
    void givesUpWhereTheTimesOfASeriesComeAgain() {
        List<Row> rows = rows("a", 1, 2, 3);

        assertThat(spans(List.of(rows, rows("a", 4, 5)))).isPresent();
        assertThat(spans(List.of(rows, rows("a", 3, 4)))).isEmpty();
        assertThat(spans(List.of(rows, rows("b", 3, 4)))).isPresent();
    }

    @Test
    void givesUpWhereThereAreFewRowsOfASeriesInOneGo() {
        List<Row> rows = IntStream.range(0, 400).mapToObj(i -> row("meter " + i / 10, i)).toList();

        assertThat(spans(List.of(rows))).isEmpty();
        assertThat(spans(List.of(rows.subList(0, 100)))).isPresent();
    }

    @Test
    void countsNothingThatNobodyAsksFor() {
        assertThat(SeriesSpans.of(TABLE, List.of())).hasValue(List.of());
        assertThat(SeriesSpans.of(MachineDatasets.SERVER_METRICS, List.of())).isEmpty();
    }

    @Test
    void tellsWhatItKeptOfADocumentOnceAndOfTheFilesThatItWroteOnly() {
        WrittenSeries written = new WrittenSeries();
        List<SeriesSpan> spans = spans(List.of(rows("a", 1, 2))).orElseThrow();
        LedgerRow row = new LedgerRow("one", 1, "ups", "", TABLE.name(), "a.csv", "", 1, 2, 0);
        LedgerRow written1 =
                row.with(Optional.empty(), Optional.empty(), List.of(new StoredFile("f", 1, 2)));

        written.keep(written1, spans);
        assertThat(written.take(written1)).contains(spans);
        assertThat(written.take(written1)).isEmpty();
        written.keep(written1, spans);
        assertThat(written.take(row)).isEmpty();
        assertThat(written.take(written1)).isEmpty();
    }

    private static Row row(String meter, long time) {
        return new Row(meter, "counter", NO_START, time);
    }

    private static List<Row> rows(String meter, long... times) {
        return IntStream.range(0, times.length).mapToObj(i -> row(meter, times[i])).toList();
    }

    /** Sometimes times of the part before come again. */
    private static List<Row> rows(Random random, int part) {
        List<Row> rows = new ArrayList<>();
        long time = 1_000L * part - (random.nextInt(8) == 0 ? 990 : 0);
        int steps = 100 + random.nextInt(100);
        for (int i = 0; i < steps; i++) {
            time += random.nextInt(3);
            for (String meter : List.of("a", "b", "c")) {
                long start = random.nextInt(3) == 0 ? NO_START : time - random.nextInt(900);
                rows.add(new Row(meter, random.nextInt(9) == 0 ? "power" : "counter", start, time));
            }
        }
        return rows;
    }

    private static Optional<List<SeriesSpan>> spans(List<List<Row>> parts) {
        List<SeriesSpans> all = new ArrayList<>();
        for (List<Row> part : parts) {
            SeriesSpans spans = new SeriesSpans(TABLE);
            RowBlock block = block(part);
            SeriesOrder.arrange(block);
            spans.add(block);
            all.add(spans);
        }
        return SeriesSpans.of(TABLE, all);
    }

    private static RowBlock block(List<Row> rows) {
        RowBlock block = new RowBlock(TABLE, rows.size() + 1);
        for (Row row : rows) {
            block.set(TABLE.index("meter_key"), Text.of(row.meter()));
            block.set(TABLE.index("quantity"), Text.of("electricity"));
            block.set(TABLE.index("kind"), Text.of(row.kind()));
            block.set(TABLE.index("started_at"), row.start());
            block.set(TABLE.index("measured_at"), row.time());
            block.closeRow();
        }
        return block;
    }

    private static List<SeriesSpan> lookedAt(List<List<Row>> parts) {
        Map<String, List<Row>> series = new HashMap<>();
        parts.forEach(
                part ->
                        part.forEach(
                                row ->
                                        series.computeIfAbsent(
                                                        row.meter() + row.kind(),
                                                        key -> new ArrayList<>())
                                                .add(row)));
        return series.values().stream().map(SeriesSpansTest::span).toList();
    }

    private static SeriesSpan span(List<Row> rows) {
        Row one = rows.get(0);
        Set<Long> times = new HashSet<>();
        long first = Long.MAX_VALUE;
        for (Row row : rows) {
            times.add(row.time());
            first = Math.min(first, row.start() == NO_START ? row.time() : row.start());
        }
        return new SeriesSpan(
                List.of(Text.of(one.meter()), Text.of("electricity"), Text.of(one.kind())),
                rows.size(),
                times.size(),
                first,
                times.stream().mapToLong(it -> it).min().orElseThrow(),
                times.stream().mapToLong(it -> it).max().orElseThrow());
    }
}
