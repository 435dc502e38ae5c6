package eu.wattpeil.report;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.Forecast;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.LinearPath;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import java.util.ArrayList;
import java.util.List;

/** Says how a goal stands: in one line on the first page, in a few at its KPI. */
final class GoalWords {

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

    ReportPage.VerdictMark mark(Verdict verdict) {
        String shape =
                switch (verdict) {
                    case ON_COURSE -> "●";
                    case WATCH -> "▲";
                    case OFF_COURSE -> "■";
                    case UNKNOWN -> "○";
                };
        return new ReportPage.VerdictMark(
                verdict.code(), shape, words.say("verdict." + verdict.code()));
    }

    ReportPage.GoalLine line(Assessment assessment, Kpi kpi, String anchor) {
        Goal goal = assessment.goal();
        String period = goal.isRollingYear() ? " " + words.say("goal.year") : "";
        String now =
                assessment.value().map(value -> numerals.value(kpi, value) + period).orElse("–");
        String target =
                assessment
                        .target()
                        .map(
                                value ->
                                        words.say(
                                                "goal.target",
                                                VALUE,
                                                numerals.value(kpi, value),
                                                MONTH,
                                                words.month(goal.targetMonth())))
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
                assessment.unjudged().isPresent() ? reason(assessment) : pace(assessment, kpi),
                anchor);
    }

    ReportPage.Aim aim(Assessment assessment, Figure figure) {
        Kpi kpi = figure.kpi();
        List<String> lines = new ArrayList<>();
        if (assessment.unjudged().isPresent()) {
            lines.add(reason(assessment) + ".");
        } else {
            lines.add(standing(assessment, kpi));
        }
        assessment.path().ifPresent(path -> lines.add(way(assessment, path, kpi)));
        if (assessment.goal().targetMonth().isAfter(assessment.month())) {
            lines.add(forecast(assessment, kpi));
        }
        lines.add(words.say("goal.owner", "owner", assessment.goal().owner()));
        return new ReportPage.Aim(
                mark(assessment.verdict()),
                scopedTitle(assessment.goal(), figure),
                List.copyOf(lines));
    }

    private String title(Goal goal) {
        return words.pick(goal.title());
    }

    /** The title, with the scope where the block's large number is about another one. */
    private String scopedTitle(Goal goal, Figure figure) {
        boolean isSaid = figure.isOfScope(goal) || goal.scopeKind().equals(History.ORGANISATION);
        return isSaid
                ? title(goal)
                : title(goal) + " (" + scopes.name(goal.scopeKind(), goal.scopeId()) + ")";
    }

    private String relativeTarget(Goal goal) {
        return words.say(
                "goal.target",
                VALUE,
                numerals.percent(goal.target().value().doubleValue()),
                MONTH,
                words.month(goal.targetMonth()));
    }

    private String reason(Assessment assessment) {
        Unjudged unjudged = assessment.unjudged().orElseThrow();
        String clause =
                assessment
                        .now()
                        .map(row -> sentences.reason(unjudged.code(), row))
                        .orElseGet(() -> sentences.reason(unjudged.code()));
        return switch (unjudged.subject()) {
            case VALUE -> words.say("goal.value_unknown", "reason", clause);
            case BASELINE ->
                    words.say(
                            "goal.baseline_unknown",
                            MONTH,
                            words.month(assessment.goal().baselineMonth()),
                            "reason",
                            words.code("reason", unjudged.code()));
            case GOAL ->
                    words.say(
                            "goal." + unjudged.code(),
                            MONTH,
                            words.month(assessment.goal().baselineMonth()));
        };
    }

    private String pace(Assessment assessment, Kpi kpi) {
        if (assessment.requiredPace().isEmpty()) {
            return words.say("pace.over");
        }
        if (isReached(assessment, kpi)) {
            return words.say("pace.reached");
        }
        String required = numerals.pace(kpi, assessment.requiredPace().get());
        return assessment
                .presentPace()
                .map(
                        pace ->
                                words.say(
                                        "pace.both",
                                        "present",
                                        numerals.pace(kpi, pace),
                                        "required",
                                        required))
                .orElseGet(() -> words.say("pace.required", "required", required));
    }

    /** Whether the value is already as good as the target, or better. */
    private static boolean isReached(Assessment assessment, Kpi kpi) {
        double left = assessment.target().orElseThrow() - assessment.value().orElseThrow();
        LinearPath path = assessment.path().orElseThrow();
        return switch (kpi.better()) {
            case LOWER -> left >= 0;
            case HIGHER -> left <= 0;
            case CONTEXT -> path.end() < path.start() ? left >= 0 : left <= 0;
        };
    }

    private String standing(Assessment assessment, Kpi kpi) {
        double path = assessment.path().orElseThrow().at(assessment.month());
        String key =
                assessment.gap().isEmpty()
                        ? "goal.standing"
                        : assessment.gap().get() <= 0 ? "goal.ahead" : "goal.behind";
        return words.say(
                key,
                VALUE,
                numerals.value(kpi, assessment.value().orElseThrow()),
                "when",
                words.say(
                        assessment.goal().isRollingYear() ? "when.year" : "when.month",
                        MONTH,
                        words.month(assessment.month())),
                "path",
                numerals.path(kpi, path),
                "gap",
                assessment.gap().map(numerals::percentSize).orElse(""));
    }

    private String way(Assessment assessment, LinearPath path, Kpi kpi) {
        return words.say(
                "goal.way",
                "start",
                numerals.value(kpi, path.start()),
                "from",
                words.month(path.from()),
                "end",
                numerals.value(kpi, path.end()),
                "to",
                words.month(assessment.goal().targetMonth()));
    }

    private String forecast(Assessment assessment, Kpi kpi) {
        if (assessment.forecast().isEmpty()) {
            return words.count("goal.no_forecast", assessment.knownMonths());
        }
        Forecast forecast = assessment.forecast().get();
        return words.say(
                "goal.forecast",
                "months",
                numerals.whole(assessment.knownMonths()),
                VALUE,
                numerals.value(kpi, possible(assessment, kpi, forecast.value())),
                MONTH,
                words.month(assessment.goal().targetMonth()),
                "low",
                numerals.value(kpi, possible(assessment, kpi, forecast.low())),
                "high",
                numerals.value(kpi, possible(assessment, kpi, forecast.high())));
    }

    /** A straight line goes on below nothing and above all; what it forecasts cannot. */
    private static double possible(Assessment assessment, Kpi kpi, double value) {
        boolean isBelowZero = assessment.value().filter(now -> now < 0).isPresent();
        double above = isBelowZero ? value : Math.max(0, value);
        return Numerals.isShare(kpi) ? Math.min(1, above) : above;
    }
}
