package eu.wattpeil.deliver;

import java.time.YearMonth;

/** The edition of a month that is shown, and can be delivered. */
public record Issue(YearMonth month, int edition) {}
