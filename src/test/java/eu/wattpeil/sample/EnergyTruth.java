package eu.wattpeil.sample;

import java.time.YearMonth;
import java.util.BitSet;
import java.util.function.IntToLongFunction;

/**
 * The energy of each month: all of it, and the part in quarter-hours that the files tell ({@code
 * known}), also where the grid meter and the UPS are both known ({@code pair}).
 */
final class EnergyTruth {

    private final SamplePeriod period;
    private final Truth truth;

    EnergyTruth(SamplePeriod period, Truth truth) {
        this.period = period;
        this.truth = truth;
    }

    void add(ServerRoom room, FluviusExport fluvius, UpsLogger logger, BuildingSystem building) {
        BitSet pair = logger.knownUps();
        pair.and(fluvius.known());
        BitSet all = new BitSet();
        all.set(0, period.quarters());
        for (YearMonth month : period.months()) {
            truth.set(month, "month_s", period.secondsOf(month));
            truth.set(month, "grid_wh", energyWh(month, all, room::gridWh));
            truth.set(month, "it_wh", energyWh(month, all, room::itWh));
            truth.set(month, "cooling_wh", energyWh(month, all, room::coolingWh));
            addKnown(month, "grid_known", fluvius.known(), room::gridWh);
            addKnown(month, "it_known", logger.knownUps(), room::itWh);
            addKnown(month, "cooling_known", logger.knownCooling(), room::coolingWh);
            truth.set(month, "grid_estimated_s", seconds(month, fluvius.estimated()));
            truth.set(month, "pair_s", seconds(month, pair));
            truth.set(month, "pair_grid_wh", energyWh(month, pair, room::gridWh));
            truth.set(month, "pair_panels_wh", energyWh(month, pair, building::panelsWh));
            truth.set(month, "pair_it_wh", energyWh(month, pair, room::itWh));
        }
    }

    private void addKnown(
            YearMonth month, String figure, BitSet known, IntToLongFunction energyWh) {
        truth.set(month, figure + "_wh", energyWh(month, known, energyWh));
        truth.set(month, figure + "_s", seconds(month, known));
    }

    private long seconds(YearMonth month, BitSet known) {
        return (long) SamplePeriod.QUARTER_SECONDS * within(month, known).cardinality();
    }

    private long energyWh(YearMonth month, BitSet known, IntToLongFunction energyWh) {
        return within(month, known).stream().mapToLong(energyWh::applyAsLong).sum();
    }

    private BitSet within(YearMonth month, BitSet quarters) {
        BitSet within = new BitSet();
        within.set(period.firstQuarterOf(month), period.firstQuarterOf(month.plusMonths(1)));
        within.and(quarters);
        return within;
    }
}
