package eu.wattpeil.goal;

import java.time.YearMonth;

/** The way from a baseline to a target, month by month. */
public sealed interface PathLine permits LinearPath, ChainedPath {

    /** The value that the path asks for in a month. */
    double at(YearMonth month);

    /** The baseline month. */
    YearMonth from();

    /** The baseline. */
    double start();

    /** The target month, after the baseline month. */
    YearMonth to();

    /** The target. */
    double end();
}
