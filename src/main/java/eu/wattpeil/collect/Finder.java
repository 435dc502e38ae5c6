package eu.wattpeil.collect;

import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the documents that the store lacks. */
public final class Finder {

    private final Store store;
    private final Function<Intake, Source> sources;

    /**
     * @param sources gives the source of a definition
     */
    public Finder(Store store, Function<Intake, Source> sources) {
        this.store = store;
        this.sources = sources;
    }

    /**
     * The documents of a definition that are not in the ledger, ordered by name. Of documents with
     * the same bytes only the first counts.
     */
    public List<Document> lacking(Intake intake) throws IOException {
        Set<String> known = new HashSet<>(store.documentIds());
        List<Document> lacking = new ArrayList<>();
        for (Document document : sources.apply(intake).documents()) {
            if (known.add(intake.documentId(document))) {
                lacking.add(document);
            }
        }
        return lacking;
    }

    /** The fingerprint of some documents of a definition. */
    public static String fingerprint(Intake intake, List<Document> documents) {
        return Fingerprint.of(documents.stream().map(intake::documentId).sorted().toList());
    }
}
