package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.HashMap;
import java.util.Map;

/** Puts finished intervals into the rows of {@code meter_readings}. */
final class IntervalRows {

    private static final Text ELECTRICITY = Text.of("electricity");
    private static final Text GAS = Text.of("gas");
    private static final Text INTERVAL = Text.of("interval");

    private final Records records;
    private final FluviusHeader header;
    private final boolean isGas;
    private final Map<String, Text> qualities = new HashMap<>();
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int startedAt;
    private final int measuredAt;
    private final int value;
    private final int quality;

    IntervalRows(Dataset dataset, FluviusHeader header, Records records) {
        this.records = records;
        this.header = header;
        isGas = header.has(FluviusHeader.Column.CALORIC_VALUE);
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        startedAt = dataset.index("started_at");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
        quality = dataset.index("quality");
        for (VolumeStatus status : VolumeStatus.values()) {
            String code = status.quality();
            if (code != null) {
                qualities.put(code, Text.of(code));
            }
        }
    }

    /** Adds the reading of an interval, where its energy is known. */
    void put(Interval interval) {
        boolean hasCubicMetres = interval.cubicMetresLine() > 0;
        if (hasCubicMetres && interval.isUntold()) {
            records.reject(
                    new Reject(
                            interval.cubicMetresLine(),
                            header.name(FluviusHeader.Column.UNIT),
                            Reason.MISSING_VALUE,
                            "the volume of this hour in kWh too: gas is kept as energy, and m³"
                                    + " alone do not tell it",
                            "m³ only"));
            return;
        }
        if (!interval.isKnown()) {
            return;
        }
        RowBlock row = records.rows();
        row.set(meterKey, interval.connection().meterKey(interval.flow()));
        row.set(quantity, isGas || hasCubicMetres ? GAS : ELECTRICITY);
        row.set(kind, INTERVAL);
        row.set(startedAt, interval.start());
        row.set(measuredAt, interval.end());
        row.set(value, interval.milliWattHours());
        Text code = qualities.get(interval.quality());
        if (code != null) {
            row.set(quality, code);
        }
        records.accept(interval.line());
    }
}
