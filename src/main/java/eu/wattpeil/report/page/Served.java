package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Goal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ties goals to what they serve: practices, aims of the world, duties to report. */
final class Served {

    private final MonthlyReport report;
    private final Words words;
    private final GoalWords goals;
    private final TagWords tags;

    Served(MonthlyReport report, Words words, GoalWords goals) {
        this.report = report;
        this.words = words;
        this.goals = goals;
        tags = new TagWords(words);
    }

    /** Goal, verdict, practice, SDG targets, ESRS datapoints, tags, owner, by when. */
    Table goals() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.goal")),
                        Table.Column.of(Table.Column.Kind.WORD, words.say("book.verdict")),
                        Table.Column.text(words.say("book.practice")).named(),
                        Table.Column.text(words.say("label.sdg")).named(),
                        Table.Column.text(words.say("label.esrs")).named(),
                        Table.Column.text(words.say("done.tags")).named(),
                        Table.Column.text(words.say("book.owner")).named(),
                        Table.Column.of(Table.Column.Kind.WORD, words.say("book.by")).named()),
                report.assessments().stream().map(this::row).toList());
    }

    /** The practices that no goal serves, in one sentence; empty where each has one. */
    String without() {
        Set<String> served =
                report.facts().organisation().goals().stream()
                        .map(Goal::practice)
                        .collect(Collectors.toSet());
        List<String> without =
                Goal.PRACTICES.stream()
                        .filter(practice -> !served.contains(practice))
                        .map(practice -> words.code("practice", practice))
                        .sorted()
                        .toList();
        return without.isEmpty()
                ? ""
                : words.count("goals.without", without.size(), "practices", words.list(without));
    }

    private Table.Row row(Assessment assessment) {
        Goal goal = assessment.goal();
        ReportPage.VerdictMark mark = goals.mark(assessment.verdict());
        return Table.Row.of(
                words.pick(goal.title()),
                mark.shape() + " " + mark.word(),
                words.code("practice", goal.practice()),
                String.join(", ", goal.sdgTargets()),
                String.join(", ", goal.esrsDatapoints()),
                tags.text(goal.tags()),
                words.pick(goal.owner()),
                words.shortMonth(goal.targetMonth()));
    }
}
