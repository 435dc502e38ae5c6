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
 */
public record Found(
        List<Document> documents,
        List<Unreadable> unreadable,
        List<String> unsettled,
        List<String> absent) {

    public Found {
        documents = List.copyOf(documents);
        unreadable = List.copyOf(unreadable);
        unsettled = List.copyOf(unsettled);
        absent = List.copyOf(absent);
    }

    /** All of it is settled, and no folder is missing. */
    public Found(List<Document> documents, List<Unreadable> unreadable) {
        this(documents, unreadable, List.of(), List.of());
    }
}
