package eu.wattpeil.operate;

import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.GoalStandings;
import eu.wattpeil.report.content.Standing;
import eu.wattpeil.workspace.Goal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads how goals stood month after month, as the editions of the months have it. */
final class EditionVerdicts {

    private EditionVerdicts() {}

    /** Of the goals that the workspace has, in its order. */
    static List<Standing> of(Editions editions, List<Goal> goals) {
        Map<String, Map<YearMonth, Verdict>> verdicts = new HashMap<>();
        List<Edition> all = editions.current();
        List<EditionTable> tables = editions.tables(GoalStandings.TABLE, all);
        for (int i = 0; i < all.size(); i++) {
            YearMonth month = all.get(i).month();
            EditionTable table = tables.get(i);
            for (List<Object> values : table.rows()) {
                PublishedRow row = new PublishedRow(table, values);
                String verdict = row.text("verdict").orElseThrow();
                verdicts.computeIfAbsent(row.text("goal_id").orElseThrow(), id -> new HashMap<>())
                        .put(month, Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
            }
        }
        return goals.stream()
                .map(it -> new Standing(it, verdicts.getOrDefault(it.goalId(), Map.of())))
                .toList();
    }
}
