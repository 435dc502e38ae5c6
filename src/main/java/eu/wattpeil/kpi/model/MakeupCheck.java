package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the KPIs that headers name as the activity in a value. */
final class MakeupCheck {

    private MakeupCheck() {}

    /** Notes each activity that is no KPI, or one that cannot be taken off the value. */
    static void check(List<Model> models, Problems problems) {
        Map<String, Kpi> kpis =
                models.stream()
                        .flatMap(model -> model.kpi().stream())
                        .collect(
                                Collectors.toMap(
                                        Kpi::kpiId,
                                        Function.identity(),
                                        (one, other) -> one,
                                        TreeMap::new));
        for (Model model : models) {
            model.kpi().ifPresent(kpi -> check(model, kpi, kpis, problems));
        }
    }

    private static void check(Model model, Kpi kpi, Map<String, Kpi> kpis, Problems problems) {
        for (String activityId : kpi.makeup().activityKpiId().stream().toList()) {
            Kpi activity = kpis.get(activityId);
            String found = "activity is \"" + activityId + "\"";
            ModelHeader header =
                    ModelHeader.of(model.file(), Set.of(KpiHeader.ACTIVITY), new Problems());
            if (activity == null) {
                problems.add(
                        kpi.file(),
                        header.line(KpiHeader.ACTIVITY),
                        found + Spelling.hint(activityId, kpis.keySet()));
            } else if (!isPart(activity, kpi)) {
                problems.add(
                        kpi.file(),
                        header.line(KpiHeader.ACTIVITY),
                        found
                                + ", expected a sum over time in "
                                + kpi.unit()
                                + ", as what it is a part of");
            }
        }
    }

    private static boolean isPart(Kpi activity, Kpi kpi) {
        return isSum(activity) && isSum(kpi) && activity.unit().equals(kpi.unit());
    }

    private static boolean isSum(Kpi kpi) {
        return kpi.overTime() == Kpi.OverTime.SUM && !kpi.isRatio();
    }
}
