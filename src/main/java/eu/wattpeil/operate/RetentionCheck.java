package eu.wattpeil.operate;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Retention;
import eu.wattpeil.workspace.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds records that would be removed before the last month is computed from them. */
final class RetentionCheck {

    private RetentionCheck() {}

    static void check(List<Retention> keep, Catalogue catalogue, Problems problems) {
        Set<String> datasets =
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
        Map<String, MonthWindow> windows = Catalogue.windows(catalogue.models());
        for (Retention retention : keep) {
            String dataset = retention.dataset();
            if (!datasets.contains(dataset)) {
                problems.add(
                        retention.place(),
                        "keep: dataset is \"" + dataset + "\"" + Spelling.hint(dataset, datasets));
                continue;
            }
            int back = windows.containsKey(dataset) ? -windows.get(dataset).from() : 0;
            if (retention.months() <= back) {
                problems.add(
                        retention.place(),
                        "keep: "
                                + dataset
                                + " is "
                                + retention.months()
                                + ", expected "
                                + (back + 1)
                                + " months or more: a month is computed from the "
                                + back
                                + " before it, too");
            }
        }
    }
}
