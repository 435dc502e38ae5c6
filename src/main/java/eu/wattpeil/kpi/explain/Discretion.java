package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be said of rows that are made from those of departments. Of a department that the
 * edition tells of, its own rows. Of any other scope, amounts of all rows together, as long as the
 * edition tells every total that is made from the same datasets: then what follows from them is
 * what follows from KPIs. Lines of a single document are counted only where so many departments
 * that are withheld stand in it that taking the others off tells nothing of one of them, nor of few
 * people.
 */
final class Discretion {

    static final String DEPARTMENT = "department_id";

    private final Scope scope;
    private final boolean isKnown;
    private final Catalogue catalogue;
    private final Set<String> departments;
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> datasetsWithoutTotal = new HashSet<>();
    private final List<Headcount> headcounts;
    private final int minimumGroupSize;

    /** For a value that is not withheld; see the other one. */
    Discretion(KpiValue value, List<KpiValue> edition, Workspace workspace, Catalogue catalogue) {
        this(
                value.month(),
                value.scope(),
                value.value().isPresent(),
                edition,
                workspace,
                catalogue);
    }

    /**
     * For a figure that is not withheld.
     *
     * @param edition all values of the edition of its month
     */
    Discretion(
            YearMonth month,
            Scope scope,
            boolean isKnown,
            List<KpiValue> edition,
            Workspace workspace,
            Catalogue catalogue) {
        this.scope = scope;
        this.isKnown = isKnown;
        this.catalogue = catalogue;
        this.departments =
                workspace.departments().stream()
                        .map(Department::departmentId)
                        .collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        for (KpiValue other : edition) {
            if (other.scope().isDepartment()) {
                departments.add(other.scope().id());
                if (other.value().isPresent()) {
                    told.add(other.scope().id());
                }
                if (other.isWithheld()) {
                    withheld.add(other.scope().id());
                }
            } else if (other.isWithheld()) {
                datasetsWithoutTotal.addAll(catalogue.datasetsOf(other.kpiId()));
            }
        }
        departments.stream().filter(it -> !told.contains(it)).forEach(withheld::add);
        this.headcounts =
                workspace.headcounts().stream().filter(it -> it.month().equals(month)).toList();
        this.minimumGroupSize = workspace.settings().minimumGroupSize();
    }

    /** Whether a text names a department that is not the one that is explained. */
    boolean isOtherDepartment(String text) {
        return departments.contains(text) && !isOf(text);
    }

    private boolean isOf(String department) {
        return scope.isDepartment() && scope.id().equals(department);
    }

    private boolean isOfToldDepartment() {
        return scope.isDepartment() && !withheld.contains(scope.id());
    }

    /** Whether amounts of rows of a model may be told. */
    boolean allowsRows(Model model, Workings workings) {
        Set<String> datasets = datasetsOfPeople(model, workings);
        if (datasets.isEmpty() || withheld.isEmpty()) {
            return true;
        }
        datasets.retainAll(datasetsWithoutTotal);
        return isKnown && (scope.isDepartment() ? isOfToldDepartment() : datasets.isEmpty());
    }

    /**
     * Whether the lines of a document may be told.
     *
     * @param inDocument the departments that stand in it
     */
    boolean allowsDocument(Set<String> inDocument) {
        if (scope.isDepartment()) {
            return isOfToldDepartment();
        }
        Set<String> hidden = new HashSet<>(inDocument);
        hidden.retainAll(withheld);
        return hidden.isEmpty() || (hidden.size() > 1 && areMany(hidden));
    }

    /** Whether sums of the days of a KPI may be told; never of a department. */
    boolean allowsDays(String kpiId) {
        Set<String> datasets = new HashSet<>(catalogue.datasetsOf(kpiId));
        datasets.removeIf(
                it ->
                        Optional.ofNullable(Catalogue.datasets().get(it))
                                .filter(Discretion::isOfPeople)
                                .isEmpty());
        datasets.retainAll(datasetsWithoutTotal);
        return withheld.isEmpty() || datasets.isEmpty();
    }

    private static boolean isOfPeople(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).anyMatch(DEPARTMENT::equals);
    }

    /** The datasets behind a model that name departments. */
    static Set<String> datasetsOfPeople(Model model, Workings workings) {
        Set<String> datasets = new HashSet<>();
        if (model.layer() == Model.Layer.STAGING) {
            Dataset dataset = workings.dataset(model);
            if (isOfPeople(dataset)) {
                datasets.add(dataset.name());
            }
            return datasets;
        }
        Set<String> reads = model.reads().stream().map(Mention::name).collect(Collectors.toSet());
        workings.lineage().stream()
                .filter(it -> reads.contains(it.name()))
                .forEach(it -> datasets.addAll(datasetsOfPeople(it, workings)));
        return datasets;
    }

    private boolean areMany(Set<String> some) {
        int people =
                headcounts.stream()
                        .filter(it -> some.contains(it.departmentId()))
                        .mapToInt(Headcount::people)
                        .sum();
        return people >= minimumGroupSize;
    }
}
