package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code config/goals.yaml}: what the organisation wants of a KPI, by when.
 *
 * @param title the goal in the reader's words, by language
 * @param practice id of the practice that it serves
 * @param kpiId the KPI
 * @param scope where, for instance the organisation or a room
 * @param period what the goal is judged on: the month or, as is right for what follows the seasons,
 *     the last twelve months; of a quarter or a year, the last one that has ended
 * @param baselineMonth the last month of the baseline: the path starts here; of a ceiling, the
 *     month before the first that is judged
 * @param baselineValue given, or else the KPI's value in the baseline month (of the period that
 *     ends with it)
 * @param target what is to be reached
 * @param targetMonth by when; of a ceiling, the last month that is judged
 * @param minimumCoverage share that must be known before the goal is judged, 0 to 1
 * @param tags how it is sorted
 * @param owner the role that answers for it, by language, never a name of a person
 * @param place where it stands, for messages
 */
public record Goal(
        String goalId,
        Map<Locale, String> title,
        String practice,
        String kpiId,
        Scope scope,
        Period period,
        YearMonth baselineMonth,
        Optional<BigDecimal> baselineValue,
        Target target,
        YearMonth targetMonth,
        Optional<Double> minimumCoverage,
        Tags tags,
        Map<Locale, String> owner,
        List<String> sdgTargets,
        List<String> esrsDatapoints,
        Place place) {

    /** The practices that a goal can serve: what public organisations do about their ICT. */
    public static final Set<String> PRACTICES =
            Set.of(
                    "server-room-monitoring",
                    "green-data-centre",
                    "heat-recovery",
                    "fewer-servers",
                    "longer-lifetime",
                    "internal-reuse-first",
                    "donation",
                    "recycling",
                    "repair-first",
                    "refurbished-purchase",
                    "ecolabel-type-1",
                    "fair-purchase",
                    "supplier-requirements",
                    "procurement-2030",
                    "less-printing",
                    "printer-hubs",
                    "low-emission-telework",
                    "refuse",
                    "sustainable-delivery",
                    "awareness",
                    "digital-balance",
                    "insight",
                    "small-experiments",
                    "within-12-months",
                    "people-planet-purpose");

    public Goal {
        title = Titles.copy(title);
        owner = Titles.copy(owner);
        sdgTargets = List.copyOf(sdgTargets);
        esrsDatapoints = List.copyOf(esrsDatapoints);
        if (!targetMonth.isAfter(baselineMonth)) {
            throw new IllegalArgumentException(
                    "by is "
                            + targetMonth
                            + ", expected a month after the baseline's "
                            + baselineMonth);
        }
        requireEnd("by", period, targetMonth);
        requireEnd("baseline month", period, baselineMonth);
    }

    private static void requireEnd(String subject, Period period, YearMonth month) {
        if (!period.isEndedBy(month)) {
            throw new IllegalArgumentException(
                    subject
                            + " is "
                            + month
                            + ", expected the last month of a "
                            + period.word()
                            + ", such as "
                            + period.lastEnd(month));
        }
    }

    /** The first month that it speaks of. */
    public YearMonth begins() {
        return isCeiling() ? baselineMonth.plusMonths(1) : baselineMonth;
    }

    /** Whether each of its periods is judged by itself, without a way to the target. */
    public boolean isCeiling() {
        return target instanceof Target.Ceiling;
    }
}
