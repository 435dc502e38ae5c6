package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts readings of a feed into the rows of {@code meter_readings}. */
final class FeedRows {

    private static final Text ELECTRICITY = Text.of("electricity");
    private static final Text INTERVAL = Text.of("interval");

    private final Records records;
    private final Map<FeedQuality, Text> qualities = new EnumMap<>(FeedQuality.class);
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int startedAt;
    private final int measuredAt;
    private final int value;
    private final int quality;

    FeedRows(Dataset dataset, Records records) {
        this.records = records;
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        startedAt = dataset.index("started_at");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
        quality = dataset.index("quality");
        for (FeedQuality each : FeedQuality.values()) {
            qualities.put(each, Text.of(each.code()));
        }
    }

    /**
     * Adds a reading.
     *
     * @param from in microseconds since 1970, as is the end
     * @param energy in thousandths of Wh
     */
    void put(Text key, long from, long to, long energy, @Nullable FeedQuality sureness, long line) {
        RowBlock row = records.rows();
        row.set(meterKey, key);
        row.set(quantity, ELECTRICITY);
        row.set(kind, INTERVAL);
        row.set(startedAt, from);
        row.set(measuredAt, to);
        row.set(value, energy);
        if (sureness != null) {
            row.set(quality, qualities.get(sureness));
        }
        records.accept(line);
    }
}
