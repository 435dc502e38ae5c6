package eu.wattpeil.collect;

import java.util.List;

/**
 * What there is in a source.
 *
 * @param documents ordered by name; the newest first where haste was asked for
 * @param unreadable what cannot be looked at; it leaves the documents alone
 */
public record Found(List<Document> documents, List<Unreadable> unreadable) {

    public Found {
        documents = List.copyOf(documents);
        unreadable = List.copyOf(unreadable);
    }
}
