package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Target;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says how a goal stands: in one line on the first page, in a few at its KPI. */
public final class GoalWords {

    private static final String MONTH = "month";
    private static final String VALUE = "value";

    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;
    private final Scopes scopes;

    GoalWords(Words words, Numerals numerals, Sentences sentences, Scopes scopes) {
        this.words = words;
        this.numerals = numerals;
        this.sentences = sentences;
        this.scopes = scopes;
    }

    /** A verdict in words and form. */
    public static ReportPage.VerdictMark mark(Words words, Verdict verdict) {
        String shape =
                switch (verdict) {
                    case ON_COURSE -> "●";
                    case WATCH -> "▲";
                    case OFF_COURSE -> "■";
                    case STARTS -> "◇";
                    case UNKNOWN -> "○";
                };
        return new ReportPage.VerdictMark(
                verdict.code(), shape, words.say("verdict." + verdict.code()));
    }

    ReportPage.VerdictMark mark(Verdict verdict) {
        return mark(words, verdict);
    }

    ReportPage.GoalLine line(Assessment assessment, Kpi kpi, String anchor) {
        Goal goal = assessment.goal();
        String period =
                goal.period() == Period.MONTH
                        ? ""
                        : " " + words.say("goal." + goal.period().code());
        String now =
                assessment.value().map(value -> numerals.value(kpi, value) + period).orElse("–");
        String target =
                assessment
                        .target()
                        .map(value -> target(goal, numerals.value(kpi, value)))
                        .orElseGet(() -> relativeTarget(goal));
        return new ReportPage.GoalLine(
                mark(assessment.verdict()),
                title(goal),
                words.code("practice", goal.practice()),
                now,
                assessment
                        .now()
                        .filter(row -> row.value().isPresent())
                        .map(sentences::coverage)
                        .orElse(""),
                target,
                assessment.unjudged().isPresent()
                        ? sentences.reason(assessment)
                        : pace(assessment, kpi),
                forecast(assessment, kpi),
                anchor);
    }

    /** Where it leads; empty where that cannot be told, or the target month has come. */
    private String forecast(Assessment assessment, Kpi kpi) {
        boolean isAhead = assessment.goal().targetMonth().isAfter(assessment.month());
        if (!isAhead || !(assessment.outlook() instanceof Outlook.Forecast forecast)) {
            return "";
        }
        return words.say(
                "goal.ahead_short",
                VALUE,
                numerals.value(kpi, forecast.value()),
                "low",
                numerals.bare(kpi, forecast.low()),
                "high",
                numerals.value(kpi, forecast.high()),
                MONTH,
                words.shortMonth(assessment.goal().targetMonth()));
    }

    ReportPage.Aim aim(Assessment assessment, Figure figure) {
        Kpi kpi = figure.kpi();
        List<String> lines = new ArrayList<>();
        if (assessment.unjudged().isPresent()) {
            lines.add(sentences.reason(assessment) + ".");
        } else {
            lines.add(standing(assessment, kpi));
        }
        if (goal(assessment).isCeiling() && !assessment.exceeded().isEmpty()) {
            lines.add(exceeded(assessment));
        }
        assessment.path().ifPresent(path -> lines.add(way(goal(assessment), path, kpi)));
        if (assessment.goal().targetMonth().isAfter(assessment.month())) {
            lines.add(outlook(assessment, kpi));
        }
        lines.add(words.say("goal.owner", "owner", words.pick(assessment.goal().owner())));
        return new ReportPage.Aim(
                mark(assessment.verdict()),
                scopedTitle(assessment.goal(), figure),
                List.copyOf(lines));
    }

    private static Goal goal(Assessment assessment) {
        return assessment.goal();
    }

    private String title(Goal goal) {
        return words.pick(goal.title());
    }

    /** The title, with the scope where the block's large number is about another one. */
    private String scopedTitle(Goal goal, Figure figure) {
        boolean isSaid = figure.isOf(goal.scope()) || goal.scope().isOrganisation();
        return isSaid ? title(goal) : title(goal) + " (" + scopes.name(goal.scope()) + ")";
    }

    private String target(Goal goal, String value) {
        return words.say(
                goal.isCeiling() ? "goal.ceiling" : "goal.target",
                VALUE,
                value,
                MONTH,
                words.month(goal.targetMonth()));
    }

    /** The target where the baseline is not known. */
    private String relativeTarget(Goal goal) {
        return goal.target() instanceof Target.Yearly yearly
                ? words.say(
                        "goal.yearly",
                        "changes",
                        changes(yearly),
                        MONTH,
                        words.month(goal.targetMonth()))
                : target(goal, change(goal.target()));
    }

    private String change(Target target) {
        return target instanceof Target.Change change
                ? numerals.percent(change.share().doubleValue())
                : "";
    }

    private String changes(Target.Yearly yearly) {
        StringBuilder text = new StringBuilder(numerals.setPercent(yearly.share()));
        for (Target.Later later : yearly.later()) {
            text.append(
                    words.say(
                            "goal.yearly_from",
                            "change",
                            numerals.setPercent(later.share()),
                            "year",
                            Integer.toString(later.year())));
        }
        return text.toString();
    }

    private String exceeded(Assessment assessment) {
        return words.count(
                "goal.exceeded",
                assessment.exceeded().size(),
                "months",
                assessment.exceeded().stream().map(words::month).collect(Collectors.joining(", ")));
    }

    private String pace(Assessment assessment, Kpi kpi) {
        if (!assessment.goal().targetMonth().isAfter(assessment.month())) {
            return words.say("pace.over");
        }
        if (goal(assessment).isCeiling()) {
            return assessment.exceeded().isEmpty() ? words.say("pace.kept") : exceeded(assessment);
        }
        if (assessment.isReached()) {
            return words.say("pace.reached");
        }
        double required = assessment.requiredPace().orElseThrow();
        String present =
                assessment
                        .presentPace()
                        .map(pace -> going("pace.present", kpi, pace))
                        .orElseGet(() -> words.say("pace.unknown"));
        return words.say(
                "pace.both", "present", present, "required", going("pace.needed", kpi, required));
    }

    private String going(String key, Kpi kpi, double pace) {
        return words.say(
                key, "way", numerals.paceWay(kpi, pace), "size", numerals.paceSize(kpi, pace));
    }

    private String standing(Assessment assessment, Kpi kpi) {
        GoalPath path = assessment.path().orElseThrow();
        double value = assessment.value().orElseThrow();
        double asked = path.at(assessment.month());
        return words.say(
                standingKey(assessment),
                VALUE,
                numerals.value(kpi, value),
                "when",
                words.say(
                        "when." + assessment.goal().period().code(),
                        MONTH,
                        words.month(assessment.month())),
                "path",
                asked(path, assessment.month(), kpi),
                "gap",
                kpi.isShare()
                        ? numerals.differenceSize(kpi, value, asked, Kpi.Per.NONE)
                        : assessment.gap().map(numerals::percentSize).orElse(""));
    }

    private static String standingKey(Assessment assessment) {
        if (assessment.goal().isCeiling()) {
            return assessment.verdict() == Verdict.ON_COURSE ? "goal.kept" : "goal.above";
        }
        if (assessment.verdict() == Verdict.STARTS) {
            return "goal.starts";
        }
        if (assessment.gap().isEmpty()) {
            return "goal.standing";
        }
        return assessment.gap().get() <= 0 ? "goal.ahead" : "goal.behind";
    }

    /** What the path asks of a month; of a volume, with the days that it has for it. */
    private String asked(GoalPath path, YearMonth month, Kpi kpi) {
        return words.say(
                "goal.asked",
                VALUE,
                numerals.path(kpi, path.at(month)),
                "per",
                path.per().name().toLowerCase(Locale.ROOT),
                "days",
                numerals.whole((int) Math.round(path.lengthOf(month))));
    }

    private String way(Goal goal, GoalPath path, Kpi kpi) {
        if (goal.isCeiling()) {
            return words.say(
                    "goal.way_ceiling",
                    "end",
                    numerals.value(kpi, path.end()),
                    "from",
                    words.month(goal.begins()),
                    "to",
                    words.month(goal.targetMonth()));
        }
        boolean isYearly = goal.target() instanceof Target.Yearly;
        return words.say(
                isYearly ? "goal.way_yearly" : "goal.way",
                "changes",
                goal.target() instanceof Target.Yearly yearly ? changes(yearly) : "",
                "start",
                numerals.value(kpi, path.start()),
                "from",
                words.month(path.line().from()),
                "end",
                numerals.value(kpi, path.end()),
                "to",
                words.month(path.line().to()),
                "per",
                path.per().name().toLowerCase(Locale.ROOT));
    }

    private String outlook(Assessment assessment, Kpi kpi) {
        Outlook outlook = assessment.outlook();
        String since =
                outlook.since()
                        .map(month -> words.say("goal.since", MONTH, words.month(month)))
                        .orElse("");
        if (outlook instanceof Outlook.Forecast forecast) {
            return words.count(
                    "goal.forecast",
                    forecast.knownMonths(),
                    "since",
                    since,
                    VALUE,
                    numerals.value(kpi, forecast.value()),
                    MONTH,
                    words.month(assessment.goal().targetMonth()),
                    "low",
                    numerals.value(kpi, forecast.low()),
                    "high",
                    numerals.value(kpi, forecast.high()));
        }
        Outlook.Unforeseen unforeseen = (Outlook.Unforeseen) outlook;
        return words.count(
                "goal.unforeseen." + unforeseen.cause().code(),
                unforeseen.knownMonths(),
                "since",
                since);
    }
}
