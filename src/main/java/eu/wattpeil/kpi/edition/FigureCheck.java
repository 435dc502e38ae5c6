package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses rows of a KPI's model that no rule could make sense of. */
final class FigureCheck {

    private final Model model;
    private final Kpi kpi;

    FigureCheck(Model model) {
        this.model = model;
        this.kpi = model.kpi().orElseThrow();
    }

    void check(List<ScopeFigure> figures) {
        Set<Scope> scopes = new HashSet<>();
        for (ScopeFigure figure : figures) {
            Scope scope = figure.scope();
            if (!kpi.grain().contains(scope.kind())) {
                throw failed(
                        "scope_kind is \""
                                + scope.kind()
                                + "\", expected one of its grain: "
                                + String.join(", ", kpi.grain()));
            }
            if (scope.id().isEmpty()) {
                throw failed("scope_id of a " + scope.kind() + " is null, expected a name");
            }
            if (!scopes.add(scope)) {
                throw failed("rows of scope " + scope + " are several, expected one");
            }
            checkShare("coverage", scope, figure.coverage());
            checkShare("measured_share", scope, figure.measuredShare());
        }
    }

    private void checkShare(String column, Scope scope, Optional<Double> share) {
        if (share.filter(it -> !(it >= 0 && it <= 1)).isPresent()) {
            throw failed(
                    column + " of " + scope + " is " + share.get() + ", expected a share, 0 to 1");
        }
    }

    private ComputationException failed(String message) {
        return new ComputationException(model.file().file() + ": " + message);
    }
}
