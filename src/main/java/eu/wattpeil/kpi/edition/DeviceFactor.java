package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;

/** A factor that the energy of a scope's devices was made with. */
record DeviceFactor(Scope scope, String factorId) {

    boolean isOf(ScopeFigure figure) {
        return scope.equals(figure.scope());
    }
}
