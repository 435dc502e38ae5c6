package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a month is worth beside a baseline.
 *
 * @param baselineDays of which its model is made
 * @param days of the month that are compared: those of which the energy and all drivers are known
 * @param fit how well the model fits; empty where there are too few days for one
 * @param energy in kWh, of the days that are compared
 * @param expected what the model expects of them, in kWh; empty where there is no model
 * @param adjustment what else happened on them, in kWh
 * @param readDays the energy and the drivers of both
 */
public record BaselineResult(
        Baseline baseline,
        Known baselineDays,
        Known days,
        Optional<Fit> fit,
        double energy,
        Optional<Double> expected,
        double adjustment,
        List<ReadDays> readDays)
        implements Result {

    public BaselineResult {
        readDays = List.copyOf(readDays);
    }

    @Override
    public String id() {
        return baseline.baselineId();
    }

    @Override
    public Place place() {
        return baseline.place();
    }

    @Override
    public List<ReadValue> readValues() {
        return List.of();
    }

    @Override
    public BaselineResult without(ReadValue value) {
        return this;
    }

    @Override
    public BaselineResult withoutDays() {
        return new BaselineResult(
                baseline,
                new Known(0, baselineDays.all()),
                new Known(0, days.all()),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                List.of());
    }

    /** How many of some days are known. */
    public record Known(int known, int all) {

        /** 0 to 1. */
        public double share() {
            return (double) known / all;
        }
    }

    /**
     * How well a model fits.
     *
     * @param explainedShare R²; empty where nothing differs, so that there is nothing to explain
     * @param variation CV(RMSE); empty where the mean is not above 0
     */
    public record Fit(Optional<Double> explainedShare, Optional<Double> variation) {}
}
