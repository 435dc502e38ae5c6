package eu.wattpeil.report.words;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says why something is not known. */
public final class Reasons {

    private static final int MONTHS_OF_A_YEAR = 12;

    /** The reasons that a dataset can give that is not there; no others. */
    private static final Set<Reason> LACK_OF_DATA =
            Set.of(
                    Reason.NO_DATA,
                    Reason.NUMERATOR_UNKNOWN,
                    Reason.DENOMINATOR_UNKNOWN,
                    Reason.PART_UNKNOWN);

    private static final String REASON = "reason";
    private static final String MONTH = "month";

    private final Words words;
    private final Numerals numerals;
    private final int minimumGroupSize;
    private final Map<String, Set<String>> unread;

    /**
     * In a language.
     *
     * @param unread datasets that a KPI is made from and nobody reads, by the KPI's id
     */
    public Reasons(Words words, int minimumGroupSize, Map<String, Set<String>> unread) {
        this.words = words;
        this.numerals = new Numerals(words);
        this.minimumGroupSize = minimumGroupSize;
        this.unread = unread;
    }

    /** Why a row has no value, as a clause; empty where it has one that may be shown. */
    public String of(KpiValue row) {
        if (row.value().isPresent() && !row.isWithheld()) {
            return "";
        }
        Reason reason = row.reason().orElse(Reason.NO_DATA);
        return isLackOfData(reason) && unread.containsKey(row.kpiId())
                ? unread(row.kpiId())
                : of(reason, row);
    }

    /** Why there is no row of a KPI, as a clause. */
    public String ofNoRow(String kpiId) {
        return unread.containsKey(kpiId) ? unread(kpiId) : of(Reason.NO_DATA);
    }

    /** Whether a dataset that is not there can be why. */
    public static boolean isLackOfData(Reason reason) {
        return LACK_OF_DATA.contains(reason);
    }

    /** Why a goal cannot be judged; empty where it can. */
    public String of(Assessment assessment) {
        return assessment.unjudged().map(it -> of(it, assessment)).orElse("");
    }

    private String of(Unjudged unjudged, Assessment assessment) {
        return switch (unjudged.subject()) {
            case VALUE ->
                    words.say(
                            "goal.value_unknown", REASON, clause(unjudged.why(), assessment.now()));
            case BASELINE ->
                    words.say(
                            "goal.baseline_unknown",
                            MONTH,
                            words.month(assessment.goal().baselineMonth()),
                            REASON,
                            clause(unjudged.why(), Optional.empty()));
            case GOAL ->
                    words.say(
                            "goal." + unjudged.code(),
                            MONTH,
                            words.month(assessment.goal().begins()));
        };
    }

    private String clause(Unjudged.Why why, Optional<KpiValue> row) {
        if (why instanceof Unjudged.NoValue missing) {
            return row.map(it -> of(missing.reason(), it)).orElseGet(() -> of(missing.reason()));
        }
        return words.code(REASON, why.code());
    }

    /** A reason as a clause, with how much is known of a row where that matters. */
    public String of(Reason reason, KpiValue row) {
        if (row.coverage().isEmpty()) {
            return of(reason);
        }
        double coverage = row.coverage().get();
        return switch (reason) {
            case PERIOD_INCOMPLETE ->
                    words.say(
                            "reason.months_known",
                            "months",
                            Math.round(coverage * MONTHS_OF_A_YEAR));
            case COVERAGE_BELOW_MINIMUM ->
                    of(reason)
                            + " "
                            + words.say("reason.known", "coverage", numerals.coverage(coverage));
            default -> of(reason);
        };
    }

    /** A reason as a clause. */
    public String of(Reason reason) {
        return reason == Reason.FEWER_THAN_MINIMUM_PEOPLE
                ? words.say(
                        REASON + "." + reason.code(), "minimum", numerals.whole(minimumGroupSize))
                : words.code(REASON, reason.code());
    }

    /** The reason of a code as a clause; a code that nobody wrote words for stays. */
    public String ofCode(String code) {
        return Stream.of(Reason.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(this::of)
                .orElseGet(() -> words.code(REASON, code));
    }

    private String unread(String kpiId) {
        return words.list(
                unread.getOrDefault(kpiId, Set.of()).stream()
                        .sorted()
                        .map(it -> words.say("unread." + it))
                        .toList());
    }
}
