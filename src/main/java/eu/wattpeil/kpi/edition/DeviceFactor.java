package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.Figure;

/** A factor that the energy of a scope's devices was made with. */
record DeviceFactor(String scopeKind, String scopeId, String factorId) {

    boolean isOf(Figure figure) {
        return scopeKind.equals(figure.scopeKind()) && scopeId.equals(figure.scopeId());
    }
}
