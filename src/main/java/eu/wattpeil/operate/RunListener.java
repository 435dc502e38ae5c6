package eu.wattpeil.operate;

/** Is told what happens in a run while it happens, from several threads but never at once. */
@FunctionalInterface
public interface RunListener {
    void on(RunEvent event);
}
