package eu.wattpeil.collect;

import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the readings of each meter that documents name, known or not, and writes nothing. */
public final class MeterCount implements Records {

    private static final int MAX_SERIES = 100_000;

    private final RowBlock rows;
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int startedAt;
    private final int measuredAt;
    private final Map<Series, Span> spans = new HashMap<>();

    /**
     * What a meter says.
     *
     * @param meterKey the meter as its source names it
     * @param readings how many
     */
    public record Counted(
            String meterKey,
            String quantity,
            String kind,
            long readings,
            Instant firstAt,
            Instant lastAt) {}

    private record Series(String meterKey, String quantity, String kind) {}

    private static final class Span {
        private long readings;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    private MeterCount(Dataset readings) {
        rows = new RowBlock(readings, 1);
        meterKey = readings.index("meter_key");
        quantity = readings.index("quantity");
        kind = readings.index("kind");
        startedAt = readings.index("started_at");
        measuredAt = readings.index("measured_at");
    }

    /** The readings in all documents of a definition within reach, by meter. */
    public static List<Counted> of(Intake intake, Reach reach) throws IOException {
        MeterCount count = new MeterCount(intake.dataset());
        for (Document document : intake.source().known(reach).documents()) {
            if (document.content().damage().isPresent()) {
                continue;
            }
            for (Format.Piece piece : intake.format().pieces(document)) {
                piece.read(count);
            }
        }
        return count.counted();
    }

    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        spans.forEach(
                (series, span) ->
                        counted.add(
                                new Counted(
                                        series.meterKey(),
                                        series.quantity(),
                                        series.kind(),
                                        span.readings,
                                        instant(span.first),
                                        instant(span.last))));
        counted.sort(
                Comparator.comparing(Counted::meterKey)
                        .thenComparing(Counted::quantity)
                        .thenComparing(Counted::kind));
        return counted;
    }

    @Override
    public RowBlock rows() {
        return rows;
    }

    @Override
    public void accept(long line) {
        boolean isWhole =
                !rows.isOpenNull(meterKey)
                        && !rows.isOpenNull(quantity)
                        && !rows.isOpenNull(kind)
                        && !rows.isOpenNull(measuredAt);
        if (isWhole && spans.size() < MAX_SERIES) {
            count();
        }
        rows.clearRow();
    }

    private void count() {
        int open = rows.rows();
        Series series = new Series(text(meterKey), text(quantity), text(kind));
        Span span = spans.computeIfAbsent(series, it -> new Span());
        long from = rows.number(rows.isOpenNull(startedAt) ? measuredAt : startedAt, open);
        span.readings++;
        span.first = Math.min(span.first, from);
        span.last = Math.max(span.last, rows.number(measuredAt, open));
    }

    private String text(int column) {
        return String.valueOf(rows.text(column, rows.rows()));
    }

    @Override
    public void reject(Reject reject) {
        rows.clearRow();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
