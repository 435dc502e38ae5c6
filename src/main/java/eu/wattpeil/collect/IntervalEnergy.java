package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the energy of intervals into the rows of {@code meter_readings}. */
public final class IntervalEnergy {

    /** A quantity. */
    public static final Text ELECTRICITY = Text.of("electricity");

    /** A quantity; it is kept as energy. */
    public static final Text GAS = Text.of("gas");

    private static final Text INTERVAL = Text.of("interval");

    private final Records records;
    private final Map<String, Text> qualities = new HashMap<>();
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int startedAt;
    private final int measuredAt;
    private final int value;
    private final int quality;

    /**
     * @param dataset {@code meter_readings}
     */
    public IntervalEnergy(Dataset dataset, Records records) {
        this.records = records;
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        startedAt = dataset.index("started_at");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
        quality = dataset.index("quality");
    }

    /**
     * Adds a reading.
     *
     * @param start in microseconds since 1970-01-01T00:00Z, as is the end
     * @param energy in thousandths of Wh
     * @param sureness a code of {@code quality}; null where the source tells none
     */
    public void put(
            Text key,
            Text of,
            long start,
            long end,
            long energy,
            @Nullable String sureness,
            long line) {
        RowBlock row = records.rows();
        row.set(meterKey, key);
        row.set(quantity, of);
        row.set(kind, INTERVAL);
        row.set(startedAt, start);
        row.set(measuredAt, end);
        row.set(value, energy);
        if (sureness != null) {
            row.set(quality, qualities.computeIfAbsent(sureness, Text::of));
        }
        records.accept(line);
    }
}
