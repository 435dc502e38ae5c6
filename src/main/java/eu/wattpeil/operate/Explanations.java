package eu.wattpeil.operate;

import eu.wattpeil.kpi.explain.Explainer;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;

/** What explains the values of a workspace. */
public final class Explanations {

    private Explanations() {}

    /** Explains those of its store. */
    public static Explainer of(Setup setup) {
        Store store = Setup.store(setup.workspace());
        return Explainer.of(
                setup.workspace(),
                setup.catalogue(),
                store,
                SoftwareVersion.text(),
                new GoalVerdicts(setup, store));
    }
}
