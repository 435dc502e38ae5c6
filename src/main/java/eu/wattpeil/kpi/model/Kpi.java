package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.Frame;
import eu.wattpeil.workspace.Goal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a KPI model: what the figure means and how it adds up.
 *
 * @param kpiId the model's name
 * @param title by language
 * @param unit of the value
 * @param decimals digits that the measurement defends
 * @param better which way is good
 * @param grain the kinds of scope that the model gives; the organisation is added from the first
 * @param formula in words and symbols, by language
 * @param numerator what is counted, for a ratio: by language; empty otherwise
 * @param numeratorUnit its unit
 * @param denominator what it is divided by, by language
 * @param denominatorUnit its unit
 * @param per what a month's value goes by: where two months are compared, it is divided by that
 * @param overTime how months add up to quarters and years
 * @param overScope how parts add up to the organisation
 * @param isScaled whether a sum over time with gaps is completed in proportion (and then counts as
 *     estimated)
 * @param minimumCoverage empty for the organisation's setting
 * @param above a value at or below this is an error of the data, not a result
 * @param refusal why its model gives no amounts although enough is known; empty for no such reason
 * @param factors the purposes of the factors that it uses, as in {@code config/wattpeil.yaml}
 * @param makeup what its value is made of
 * @param source standard, clause or own definition, by language
 * @param grade how sure the formula is
 * @param practices what organisations do that it measures, as in {@link Goal#PRACTICES}
 * @param frames what reporting frames ask for that it feeds
 * @param file the SQL file, for messages
 */
public record Kpi(
        String kpiId,
        Map<Locale, String> title,
        String unit,
        int decimals,
        Better better,
        List<String> grain,
        Map<Locale, String> formula,
        Map<Locale, String> numerator,
        String numeratorUnit,
        Map<Locale, String> denominator,
        String denominatorUnit,
        Per per,
        OverTime overTime,
        OverScope overScope,
        boolean isScaled,
        Optional<Double> minimumCoverage,
        Optional<Double> above,
        Optional<Refusal> refusal,
        List<String> factors,
        Makeup makeup,
        Map<Locale, String> source,
        Grade grade,
        List<String> practices,
        List<Frame> frames,
        String file) {

    /**
     * Whether the value is a quotient, so that parts and months add up above and below the line.
     */
    public boolean isRatio() {
        return !denominatorUnit.isEmpty();
    }

    /** Whether the value is a share, from 0 to 1. */
    public boolean isShare() {
        return unit.equals("share");
    }

    /** Whether the value is a class of a label: 1 for A, 2 for B and so on. */
    public boolean isLabelClass() {
        return unit.equals("label-class");
    }

    /** How sure a formula is. */
    public enum Grade {
        /** Read in the publisher's own text. */
        A,
        /** Read in a quotation or another implementation. */
        B,
        /** Recalled, not read in its source. */
        C,
        /** Our own definition: no standard gives one. */
        P
    }

    /** Why a model gives no amounts although enough is known. */
    public enum Refusal {
        /** They rest on a statistical model that does not fit well enough. */
        MODEL_NOT_ACCEPTED
    }

    /** Which way is good. */
    public enum Better {
        LOWER,
        HIGHER,
        /** Context only: no direction is good by itself. */
        CONTEXT
    }

    /** What a month's value goes by, so that a longer month has more of it. */
    public enum Per {
        DAY,
        WORKING_DAY,
        /** The value is no volume: it does not depend on the length of the month. */
        NONE
    }

    /** How the months of a period become one value. Never an average of ratios. */
    public enum OverTime {
        /** Sum of numerators over sum of denominators. */
        RATIO,
        /**
         * Sum of numerators over sum of denominators, of amounts that are levels and not volumes,
         * such as staff or power: of the year their mean month is given.
         */
        MEAN,
        SUM,
        /** The value of the last month. */
        LAST,
        MAX,
        /** The value itself is of the twelve months up to its month. */
        YEAR,
        /** There is nothing to add up. */
        NONE;

        /** Whether there are values of longer periods than the model's own. */
        public boolean addsUp() {
            return this != YEAR && this != NONE;
        }

        /** Whether the value of a period is a quotient of sums. */
        public boolean isQuotient() {
            return this == RATIO || this == MEAN;
        }
    }

    /** How parts become the whole. Never an average of ratios. */
    public enum OverScope {
        RATIO,
        SUM,
        MAX,
        /** The parts do not add up; the model gives the organisation itself. */
        NONE
    }
}
