package eu.wattpeil.report.workbook;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Goal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All goals with their verdicts and the numbers that these rest on. */
final class GoalSheet {

    private final MonthlyReport report;
    private final Speech speech;
    private final Words words;

    private GoalSheet(MonthlyReport report, Speech speech) {
        this.report = report;
        this.speech = speech;
        this.words = speech.words();
    }

    static Sheet of(MonthlyReport report, Speech speech) {
        GoalSheet sheet = new GoalSheet(report, speech);
        return new Sheet(
                "goals",
                sheet.header(),
                Sheet.Kind.TABLE,
                report.assessments().stream().map(sheet::row).toList());
    }

    private List<String> header() {
        return List.of(
                words.say("label.goal"),
                speech.say("verdict"),
                words.say("label.figure"),
                words.say("label.scope"),
                speech.say("period"),
                words.say("label.now"),
                speech.say("path"),
                speech.say("target"),
                speech.say("unit"),
                speech.say("by"),
                speech.say("gap"),
                words.say("label.reason"),
                speech.say("baseline_month"),
                speech.say("baseline"),
                speech.say("required"),
                speech.say("present"),
                speech.say("forecast"),
                speech.say("forecast.low"),
                speech.say("forecast.high"),
                speech.say("known_months"),
                speech.say("exceeded"),
                speech.say("practice"),
                speech.say("owner"),
                "SDG",
                "ESRS");
    }

    private List<Cell> row(Assessment assessment) {
        Goal goal = assessment.goal();
        Kpi kpi = report.kpi(goal.kpiId());
        boolean isShown = assessment.now().filter(Figure::isHidden).isEmpty();
        String digits = Formats.of(kpi);
        String pace = pace(kpi);
        Optional<Outlook.Forecast> forecast =
                assessment.outlook() instanceof Outlook.Forecast known
                        ? Optional.of(known)
                        : Optional.empty();
        return List.of(
                Cell.text(words.pick(goal.title())),
                Cell.text(words.say("verdict." + assessment.verdict().code())),
                speech.title(kpi),
                speech.scope(goal.scope()),
                speech.period(goal.period()),
                Speech.value(kpi, assessment.value().filter(known -> isShown)),
                Speech.derived(assessment.path().map(path -> path.at(assessment.month())), digits),
                Speech.value(kpi, assessment.target()),
                speech.unit(kpi, assessment.target()),
                Cell.month(goal.targetMonth()),
                Speech.derived(assessment.gap().filter(known -> isShown), Formats.CHANGE),
                Cell.text(speech.reasons().of(assessment)),
                Cell.month(goal.baselineMonth()),
                Speech.value(
                        kpi,
                        assessment
                                .baseline()
                                .flatMap(known -> assessment.path().map(GoalPath::start))),
                derivedPace(assessment.requiredPace(), kpi, pace),
                derivedPace(assessment.presentPace(), kpi, pace),
                Speech.derived(forecast.map(Outlook.Forecast::value), digits),
                Speech.derived(forecast.map(Outlook.Forecast::low), digits),
                Speech.derived(forecast.map(Outlook.Forecast::high), digits),
                Cell.whole(assessment.outlook().knownMonths()),
                Cell.text(
                        assessment.exceeded().stream()
                                .map(YearMonth::toString)
                                .collect(Collectors.joining(", "))),
                Cell.text(words.code("practice", goal.practice())),
                Cell.text(speech.words().pick(goal.owner())),
                Cell.text(String.join(", ", goal.sdgTargets())),
                Cell.text(String.join(", ", goal.esrsDatapoints())));
    }

    /** A change of a month: one digit more than the value has; of shares in percentage points. */
    private String pace(Kpi kpi) {
        return kpi.isShare()
                ? Formats.difference(Math.max(0, kpi.decimals() - 2) + 1, words.say("points"))
                : Formats.difference(kpi.decimals() + 1, "");
    }

    private static Cell derivedPace(Optional<Double> pace, Kpi kpi, String format) {
        return Speech.derived(pace.map(it -> kpi.isShare() ? it * 100 : it), format);
    }
}
