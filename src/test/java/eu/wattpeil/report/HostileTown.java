package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A municipality whose names are written to do harm, with values by chance: of any size, known or
 * not, shown or hidden. What is hidden is there all the same, as a number that begins with {@value
 * #SECRET}.
 */
public final class HostileTown {

    /** Digits that no number begins with that may be shown. */
    public static final String SECRET = "776655";

    /** Names that try to be something else than a name. */
    public static final List<String> NAMES =
            List.of(
                    "=cmd|' /C calc'!A0",
                    "+1+1",
                    "-2+3",
                    "@sum(A1)",
                    "\t=1+1",
                    "\r=1+1",
                    "\n=1+1",
                    "<script>alert(\"1\")</script> & 'co'",
                    "\u202eright to left\u200f",
                    "\u2067open, \u2068twice",
                    "shut\u2069\u2069 \u202c",
                    "\u05e9\u05dc\u05d5\u05dd 12 (34)",
                    "\u05d0\u05d1\u05d2",
                    "Donau" + "dampfschifffahrt".repeat(30),
                    "😀👩‍🚒",
                    "semi;colon, comma\tand \"quotes\"",
                    "_x0041_",
                    "{0} ${name} [[text]]",
                    "1e5",
                    "2026-10");

    private HostileTown() {}

    public static MonthlyFacts facts(long seed) {
        Random random = new Random(seed);
        return facts(report(), random, () -> name(random));
    }

    /** The town with one name for all that is called by the organisation, but for departments. */
    public static MonthlyFacts named(String name) {
        return facts(report(section -> name), new Random(1), () -> name);
    }

    private static MonthlyFacts facts(Report report, Random random, Supplier<String> names) {
        MonthlyFacts waterdam = Waterdam.facts();
        Organisation town = waterdam.organisation();
        String name = names.get();
        List<Department> departments = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            departments.add(new Department("department-" + i, NAMES.get(i), "town-hall"));
        }
        return TownCopy.of(waterdam)
                .name(name)
                .departments(departments)
                .goals(town.goals().stream().map(goal -> renamed(goal, names)).toList())
                .measures(town.measures().stream().map(measure -> renamed(measure, names)).toList())
                .definitions(List.of(report))
                .values(values(waterdam.catalogue(), random, names))
                .facts();
    }

    /** The same facts for spreadsheets of a dialect. */
    public static MonthlyFacts with(MonthlyFacts facts, CsvDialect dialect) {
        return TownCopy.of(facts).csv(dialect).facts();
    }

    /** The report of Waterdam under hostile titles. */
    public static Report report() {
        return report(NAMES::get);
    }

    private static Report report(IntFunction<String> names) {
        Report report = Waterdam.report();
        List<Report.Section> sections = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            String name = names.apply(sections.size());
            sections.add(
                    new Report.Section(
                            section.sectionId(),
                            Waterdam.titles(name, name),
                            section.kpis(),
                            section.place()));
        }
        return new Report(
                report.name(),
                report.forms(),
                report.formsPlace(),
                sections,
                report.sectionsPlace());
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static Goal renamed(Goal goal, Supplier<String> names) {
        return new Goal(
                goal.goalId(),
                Waterdam.titles(names.get(), names.get()),
                goal.practice(),
                goal.kpiId(),
                goal.scope(),
                goal.period(),
                goal.baselineMonth(),
                goal.baselineValue(),
                goal.target(),
                goal.targetMonth(),
                goal.minimumCoverage(),
                goal.tags(),
                Waterdam.titles(names.get(), names.get()),
                goal.sdgTargets(),
                goal.esrsDatapoints(),
                goal.place());
    }

    private static Measure renamed(Measure measure, Supplier<String> names) {
        Map<Locale, String> text = Waterdam.titles(names.get(), names.get());
        return new Measure(
                measure.measureId(),
                text,
                measure.kpiId(),
                measure.scope(),
                measure.startedOn(),
                measure.endedOn(),
                measure.control(),
                measure.isExperiment(),
                measure.scaledOn(),
                measure.expected(),
                measure.tags(),
                new MeasureStory(text, text, text),
                measure.place());
    }

    private static List<KpiValue> values(
            List<Kpi> catalogue, Random random, Supplier<String> names) {
        List<KpiValue> values = new ArrayList<>();
        for (Kpi kpi : catalogue) {
            for (int month = 0; month <= 15; month++) {
                YearMonth when = Waterdam.LAST.minusMonths(month);
                for (Period period : Period.values()) {
                    if (period.isEndedBy(when) && random.nextInt(3) > 0) {
                        values.addAll(values(kpi, when, period, random, names));
                    }
                }
            }
        }
        return values;
    }

    private static List<KpiValue> values(
            Kpi kpi, YearMonth when, Period period, Random random, Supplier<String> names) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.ORGANISATION));
        scopes.add(new Scope(Scope.DEPARTMENT_KIND, "department-" + random.nextInt(NAMES.size())));
        scopes.add(new Scope("room", "town-hall-sr"));
        scopes.add(new Scope("room", names.get()));
        return scopes.stream().map(it -> value(kpi, when, period, it, random)).toList();
    }

    private static KpiValue value(
            Kpi kpi, YearMonth when, Period period, Scope scope, Random random) {
        boolean isHidden = random.nextInt(6) == 0;
        boolean isUnknown = !isHidden && random.nextInt(5) == 0;
        double size = Math.pow(10, random.nextInt(14) - 6);
        double number = isHidden ? Double.parseDouble(SECRET) : random.nextGaussian() * size;
        BigDecimal amount = BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP);
        return new KpiValue(
                when,
                new Series(kpi.kpiId(), scope, period),
                new Amounts(
                        Optional.of(amount),
                        kpi.isRatio() ? Optional.of(amount) : Optional.empty(),
                        isUnknown ? Optional.empty() : Optional.of(number)),
                kpi.unit(),
                new Known(Optional.of(random.nextDouble()), Optional.of(random.nextDouble())),
                isHidden
                        ? Optional.of(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        : isUnknown ? Optional.of(Reason.PART_UNKNOWN) : Optional.empty(),
                new FactorUse(List.of("elec_eea_be"), random.nextBoolean()),
                1 + random.nextInt(3));
    }
}
