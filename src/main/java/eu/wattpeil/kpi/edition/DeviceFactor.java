package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;

/**
 * A factor that a figure of a scope's devices was made with.
 *
 * @param purpose what of the devices: {@code device_energy}, {@code device_mass} …
 */
record DeviceFactor(Scope scope, String purpose, String factorId) {

    boolean isOf(ScopeFigure figure) {
        return scope.equals(figure.scope());
    }
}
