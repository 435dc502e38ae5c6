package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.model.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Goes through models on all processors, to each after those that it reads. */
final class ModelOrder {

    private ModelOrder() {}

    /**
     * Does the work of every model. What fails ends those that read it; the first failure in the
     * models' order is thrown once all others have ended.
     *
     * @param models in an order in which each comes after those that it reads
     */
    static void each(List<Model> models, Consumer<Model> work) {
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        Math.max(2, Runtime.getRuntime().availableProcessors()));
        try {
            Map<String, CompletableFuture<Void>> ends = new HashMap<>();
            for (Model model : models) {
                ends.put(
                        model.name(),
                        endsOf(model, ends).thenRunAsync(() -> work.accept(model), workers));
            }
            CompletableFuture.allOf(ends.values().toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .join();
            models.forEach(model -> Objects.requireNonNull(ends.get(model.name())).join());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            workers.shutdown();
        }
    }

    private static CompletableFuture<Void> endsOf(
            Model model, Map<String, CompletableFuture<Void>> ends) {
        return CompletableFuture.allOf(
                model.reads().stream()
                        .map(Mention::name)
                        .filter(ends::containsKey)
                        .map(ends::get)
                        .toArray(CompletableFuture[]::new));
    }
}
