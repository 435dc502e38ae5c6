package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.IntervalEnergy;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Dataset;

/** Puts finished intervals into the rows of {@code meter_readings}. */
final class IntervalRows {

    private final Records records;
    private final FluviusHeader header;
    private final boolean isGas;
    private final IntervalEnergy readings;

    IntervalRows(Dataset dataset, FluviusHeader header, Records records) {
        this.records = records;
        this.header = header;
        isGas = header.has(FluviusHeader.Column.CALORIC_VALUE);
        readings = new IntervalEnergy(dataset, records);
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
        readings.put(
                interval.connection().meterKey(interval.flow()),
                isGas || hasCubicMetres ? IntervalEnergy.GAS : IntervalEnergy.ELECTRICITY,
                interval.start(),
                interval.end(),
                interval.milliWattHours(),
                interval.quality(),
                interval.line());
    }
}
