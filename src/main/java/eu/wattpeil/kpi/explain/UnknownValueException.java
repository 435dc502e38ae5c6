package eu.wattpeil.kpi.explain;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Spelling;

/** A question is about a value that there is not. */
public final class UnknownValueException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    UnknownValueException(String message) {
        super(message);
    }

    /** Of a KPI that is not in a catalogue; with the one that may be meant. */
    public static UnknownValueException ofKpi(String kpiId, Catalogue catalogue) {
        return new UnknownValueException(
                "KPI is \""
                        + kpiId
                        + "\""
                        + Spelling.hint(kpiId, catalogue.kpis().stream().map(Kpi::kpiId).toList()));
    }
}
