package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a measure came to by the end of a month.
 *
 * @param effect per day, in the KPI's unit; empty where it cannot be told yet
 * @param firstResultOn the last day of the first month in which it could be told
 * @param readDays those about its start, up to the end of the month
 */
public record MeasureResult(
        Measure measure,
        Verdict verdict,
        Optional<Effect> effect,
        Optional<LocalDate> firstResultOn,
        List<ReadDays> readDays)
        implements Result {

    /** Days before its start, and as many from it on, of which an effect is told. */
    public static final int DAYS = 84;

    /** What can be said of an effect. */
    public enum Verdict {
        /** Its interval does not reach across zero. */
        EFFECT,
        /** It does: a result, too. */
        NO_EFFECT_SHOWN,
        CANNOT_BE_TOLD_YET
    }

    /**
     * A change per day.
     *
     * @param before the mean before it
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    public record Effect(double change, double before, double low, double high) {}

    public MeasureResult {
        readDays = List.copyOf(readDays);
    }

    /** Before anything can be said, by too few days. */
    public static MeasureResult notYet(Measure measure, List<ReadDays> readDays) {
        return new MeasureResult(
                measure, Verdict.CANNOT_BE_TOLD_YET, Optional.empty(), Optional.empty(), readDays);
    }

    @Override
    public String id() {
        return measure.measureId();
    }

    @Override
    public Place place() {
        return measure.place();
    }

    @Override
    public List<ReadValue> readValues() {
        return List.of();
    }

    @Override
    public MeasureResult without(ReadValue value) {
        return this;
    }

    @Override
    public MeasureResult withoutDays() {
        return notYet(measure, List.of());
    }
}
