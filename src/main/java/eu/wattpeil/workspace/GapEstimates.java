package eu.wattpeil.workspace;

/**
 * How far the gaps of a meter are estimated: each hour from the same hour of the week in the
 * {@value #WEEKS} weeks before it.
 *
 * @param mostShare the most of a meter's month that may be estimated, 0 to 1; where its gaps are
 *     more than that, all of them stay gaps
 * @param leastWeeks in how many of those weeks that hour has to be measured
 */
public record GapEstimates(double mostShare, int leastWeeks) {

    static final int WEEKS = 4;
    static final int LEAST_WEEKS = 3;
}
