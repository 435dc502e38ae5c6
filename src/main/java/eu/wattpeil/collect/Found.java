package eu.wattpeil.collect;

import java.util.List;

/**
 * What there is in a source.
 *
 * @param documents ordered by name; the newest first where haste was asked for
 * @param unreadable what cannot be looked at; it leaves the documents alone
 * @param unsettled files that changed so lately that they may still be written, relative to the
 *     workspace
 * @param absent folders that the definition names and that are not there, relative to the workspace
 * @param forgotten how many documents are left out, as they were taken out of the store for good
 */
public record Found(
        List<Document> documents,
        List<Unreadable> unreadable,
        List<String> unsettled,
        List<String> absent,
        int forgotten) {

    public Found {
        documents = List.copyOf(documents);
        unreadable = List.copyOf(unreadable);
        unsettled = List.copyOf(unsettled);
        absent = List.copyOf(absent);
    }

    /** None of it was forgotten, as far as its source knows. */
    public Found(
            List<Document> documents,
            List<Unreadable> unreadable,
            List<String> unsettled,
            List<String> absent) {
        this(documents, unreadable, unsettled, absent, 0);
    }

    /** All of it is settled, and no folder is missing. */
    public Found(List<Document> documents, List<Unreadable> unreadable) {
        this(documents, unreadable, List.of(), List.of());
    }
}
