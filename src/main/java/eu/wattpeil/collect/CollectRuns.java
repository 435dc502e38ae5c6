package eu.wattpeil.collect;

import eu.wattpeil.store.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the executions of the job {@code collect} work on: one of a definition at a time. */
public final class CollectRuns {

    private final Store store;
    private final Map<String, CollectRun> byDefinition = new ConcurrentHashMap<>();

    public CollectRuns(Store store) {
        this.store = store;
    }

    /**
     * Hands over what the next execution for a definition works on, a restarted one as well.
     *
     * @param documents that the store lacks, as the {@link Finder} has just found them
     * @param progress told about each of them
     */
    public CollectRun prepare(Intake intake, List<Document> documents, Progress progress) {
        return prepare(intake, documents, progress, Help.NONE);
    }

    /**
     * The same where others read some of the documents.
     *
     * @param help that it gets by them
     */
    public CollectRun prepare(
            Intake intake, List<Document> documents, Progress progress, Help help) {
        CollectRun run = new CollectRun(intake, documents, progress, store, help);
        byDefinition.put(intake.name(), run);
        return run;
    }

    /** What was handed over for a definition. */
    CollectRun of(String definition) {
        CollectRun run = byDefinition.get(definition);
        if (run == null) {
            throw new IllegalStateException("nothing was prepared for " + definition);
        }
        return run;
    }
}
