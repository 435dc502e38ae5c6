package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an entry of {@code config/goals.yaml}. */
final class GoalReader {

    private static final ValueType<String> PRACTICE = ValueType.oneOf(Goal.PRACTICES);
    private static final ValueType<String> PERIOD =
            ValueType.oneOf(
                    Arrays.stream(Period.values()).map(Period::word).collect(Collectors.toSet()));

    private static final String TARGET = "target";
    private static final String BASELINE = "baseline";
    private static final String CEILING = "ceiling";
    private static final String YEARLY = "yearly";
    private static final List<String> TARGETS = List.of("value", "change", YEARLY, CEILING);

    private final List<Locale> languages;
    private final ScopeIds scopes;
    private final Set<String> seasonal;
    private final Problems problems;

    /**
     * @param seasonal the KPIs that are judged on twelve months, unless a goal says otherwise
     */
    GoalReader(List<Locale> languages, ScopeIds scopes, Set<String> seasonal, Problems problems) {
        this.languages = languages;
        this.scopes = scopes;
        this.seasonal = Set.copyOf(seasonal);
        this.problems = problems;
    }

    Optional<Goal> goal(Section entry) {
        int before = problems.count();
        Optional<String> goalId = entry.required("id", ValueType.ID);
        Map<Locale, String> title = Titles.read(entry, "title", languages);
        Optional<String> practice = entry.required("practice", PRACTICE);
        Optional<String> kpiId = entry.required("kpi", ValueType.ID);
        Optional<Scope> scope = scopes.read(entry);
        Optional<Target> target = target(entry);
        Start start =
                target.filter(Target.Ceiling.class::isInstance).isPresent()
                        ? ceilingStart(entry)
                        : pathStart(entry);
        Period period =
                entry.optional("period", PERIOD)
                        .map(word -> Period.of(word.replace('-', '_')))
                        .orElseGet(() -> usualPeriod(kpiId));
        Optional<YearMonth> targetMonth = entry.required("by", ValueType.MONTH);
        Optional<Double> minimumCoverage = entry.optional("minimum-coverage", ValueType.SHARE);
        Tags tags = TagKeys.read(entry);
        Map<Locale, String> owner = Titles.readTextOrTexts(entry, "owner", languages);
        List<String> sdgTargets = sdgTargets(entry);
        List<String> esrsDatapoints = entry.texts("esrs");
        return problems.make(
                before,
                entry.place("by"),
                () ->
                        new Goal(
                                goalId.orElseThrow(),
                                title,
                                practice.orElseThrow(),
                                kpiId.orElseThrow(),
                                scope.orElseThrow(),
                                period,
                                start.month().orElseThrow(),
                                start.value(),
                                target.orElseThrow(),
                                targetMonth.orElseThrow(),
                                minimumCoverage,
                                tags,
                                owner,
                                sdgTargets,
                                esrsDatapoints,
                                entry.place()));
    }

    /** The month before the first that is judged, and from what value. */
    private record Start(Optional<YearMonth> month, Optional<BigDecimal> value) {}

    private static Start pathStart(Section entry) {
        Section baseline = entry.section(BASELINE);
        Start start =
                new Start(
                        baseline.required("month", ValueType.MONTH),
                        baseline.optional("value", ValueType.NUMBER));
        baseline.rejectUnknownKeys();
        return start;
    }

    private static Start ceilingStart(Section entry) {
        if (entry.has(BASELINE)) {
            entry.problem(
                    BASELINE, "baseline is there, expected from: a ceiling is no way from one");
        }
        return new Start(
                entry.required("from", ValueType.MONTH).map(first -> first.minusMonths(1)),
                Optional.empty());
    }

    private Period usualPeriod(Optional<String> kpiId) {
        return kpiId.filter(seasonal::contains).isPresent() ? Period.ROLLING_YEAR : Period.MONTH;
    }

    private static List<String> sdgTargets(Section entry) {
        List<String> targets = entry.texts("sdg");
        for (String target : targets) {
            if (!target.matches("(1[0-7]|[1-9])\\.([1-9][0-9]?|[a-d])")) {
                entry.problem(
                        "sdg", "sdg has \"" + target + "\", expected an SDG target such as 12.5");
            }
        }
        return targets;
    }

    private Optional<Target> target(Section entry) {
        Section target = entry.section(TARGET);
        List<String> found = TARGETS.stream().filter(target::has).toList();
        if (entry.isSection(TARGET) && found.size() != 1) {
            entry.problem(
                    TARGET,
                    "target has "
                            + (found.isEmpty() ? "none" : String.join(" and ", found))
                            + ", expected one of "
                            + String.join(", ", TARGETS));
        }
        Optional<Target> value = target.optional("value", ValueType.NUMBER).map(Target.Value::new);
        Optional<Target> change =
                target.optional("change", ValueType.CHANGE).map(Target.Change::new);
        Optional<Target> ceiling =
                target.optional(CEILING, ValueType.NUMBER).map(Target.Ceiling::new);
        Optional<Target> yearly = yearly(target);
        target.rejectUnknownKeys();
        return value.or(() -> change).or(() -> ceiling).or(() -> yearly);
    }

    private Optional<Target> yearly(Section target) {
        int before = problems.count();
        Optional<BigDecimal> share = target.optional(YEARLY, ValueType.CHANGE);
        if (share.isEmpty()) {
            return Optional.empty();
        }
        List<Target.Later> later = new ArrayList<>();
        for (Section other : target.sections("later")) {
            Optional<Integer> year = other.required("from", ValueType.YEAR);
            Optional<BigDecimal> otherShare = other.required(YEARLY, ValueType.CHANGE);
            other.rejectUnknownKeys();
            year.ifPresent(
                    it ->
                            otherShare.ifPresent(
                                    changed -> later.add(new Target.Later(it, changed))));
        }
        return problems.make(
                before, target.place(YEARLY), () -> new Target.Yearly(share.get(), later));
    }
}
