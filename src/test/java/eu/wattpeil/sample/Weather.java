package eu.wattpeil.sample;

import java.time.Instant;

/**
 * Outdoor temperature of Waterdam: the season, the time of day, fronts of a few days, and two heat
 * waves.
 */
final class Weather {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final double COLDEST_DAY = 18;
    private static final double QUARTERS_PER_FRONT = 288;
    private static final double FRONT_DEVIATION = 2.8;

    private static final double WARMER_BY = 9;
    private static final double WARMER_DAYS = 10;

    private final double[] celsius;

    private Weather(double[] celsius) {
        this.celsius = celsius;
    }

    static Weather over(SamplePeriod period, SampleRandom random) {
        double[] celsius = new double[period.quarters()];
        double kept = 1 - 1 / QUARTERS_PER_FRONT;
        double step = FRONT_DEVIATION * StrictMath.sqrt(1 - kept * kept);
        double front = 0;
        Instant early = period.instantOf("2026-06-22T00:00");
        Instant late = period.instantOf("2026-08-06T00:00");
        for (int quarter = 0; quarter < celsius.length; quarter++) {
            front = kept * front + step * random.nextNormal();
            Instant instant = period.startOf(quarter);
            celsius[quarter] = usual(instant) + front + wave(early, instant) + wave(late, instant);
        }
        return new Weather(celsius);
    }

    double celsiusAt(int quarter) {
        return celsius[quarter];
    }

    /** What a day of that season has at that hour: coldest in mid-January, warmest at 15:00 CET. */
    private static double usual(Instant instant) {
        double days = (instant.getEpochSecond() + 3600) / 86_400.0;
        double dayOfYear = days - DAYS_PER_YEAR * StrictMath.floor(days / DAYS_PER_YEAR);
        double summer = -cosine((dayOfYear - COLDEST_DAY) / DAYS_PER_YEAR);
        double afternoon = cosine(days - 15 / 24.0);
        return 10.8 + 7.4 * summer + (3.6 + 1.7 * summer) * afternoon;
    }

    /** It comes and goes over ten days. */
    private static double wave(Instant from, Instant instant) {
        double turns = (instant.getEpochSecond() - from.getEpochSecond()) / (86_400 * WARMER_DAYS);
        return turns <= 0 || turns >= 1 ? 0 : WARMER_BY * (1 - cosine(turns)) / 2;
    }

    private static double cosine(double turns) {
        return StrictMath.cos(2 * StrictMath.PI * turns);
    }
}
