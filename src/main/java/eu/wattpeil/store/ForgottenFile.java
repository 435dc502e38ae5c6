package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file of the documents that were forgotten, a line each. One rename takes any number of them
 * out of the store, or lets them in again: what the line is of is in no table from then on, even
 * where its files are still to be removed.
 */
final class ForgottenFile {

    static final String FILE = ".forgotten";

    private static final Comparator<ForgottenDocument> ORDER =
            Comparator.comparing(ForgottenDocument::definition)
                    .thenComparing(ForgottenDocument::contentId);

    private final StoreFiles files;

    ForgottenFile(StoreFiles files) {
        this.files = files;
    }

    /**
     * The documents, by definition.
     *
     * @throws StoreException where a line cannot be read: taken for absent, it would let a document
     *     in again
     */
    List<ForgottenDocument> read() {
        List<ForgottenDocument> documents = new ArrayList<>();
        for (String line : files.read(FILE).orElse("").lines().toList()) {
            documents.add(ForgottenDocument.parse(line).orElseThrow(this::damaged));
        }
        return documents;
    }

    /** The file with these documents, in their order. */
    static String text(List<ForgottenDocument> documents) {
        return documents.stream()
                .distinct()
                .sorted(ORDER)
                .map(ForgottenDocument::line)
                .collect(Collectors.joining());
    }

    private StoreException damaged() {
        return StoreException.damaged(
                files.path(FILE),
                "the file is damaged",
                "a line for each document that was forgotten",
                "restore it from a backup, or remove it and forget these documents again before"
                        + " the next run",
                null);
    }
}
