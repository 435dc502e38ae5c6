package eu.wattpeil.collect.nem12;

import eu.wattpeil.collect.Records;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.EnumMap;
import java.util.Map;

/** Puts intervals into the rows of {@code meter_readings}. */
final class ReadingRows {

    private static final Text ELECTRICITY = Text.of("electricity");
    private static final Text INTERVAL = Text.of("interval");

    private final Records records;
    private final Map<DataQuality, Text> qualities = new EnumMap<>(DataQuality.class);
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int startedAt;
    private final int measuredAt;
    private final int value;
    private final int quality;

    ReadingRows(Dataset dataset, Records records) {
        this.records = records;
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        startedAt = dataset.index("started_at");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
        quality = dataset.index("quality");
        for (DataQuality each : DataQuality.values()) {
            String code = each.quality();
            if (code != null) {
                qualities.put(each, Text.of(code));
            }
        }
    }

    /** Adds a reading; times are in microseconds since 1970-01-01T00:00Z. */
    void put(Text key, long start, long length, long milliWattHours, DataQuality of, long line) {
        RowBlock row = records.rows();
        row.set(meterKey, key);
        row.set(quantity, ELECTRICITY);
        row.set(kind, INTERVAL);
        row.set(startedAt, start);
        row.set(measuredAt, start + length);
        row.set(value, milliWattHours);
        row.set(quality, qualities.get(of));
        records.accept(line);
    }
}
