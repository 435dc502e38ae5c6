package eu.wattpeil.store;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * A document's row in the ledger.
 *
 * @param documentId identity of the document under its definition: {@link #CONTENT_DIGITS} digits
 *     for its content, then some for the reading
 * @param batch order of arrival, from 1
 * @param definition name of the definition that found it
 * @param reading fingerprint of how it was read: another reading of the same bytes takes its place
 * @param name path in the workspace
 * @param sha256 of its bytes, unpacked
 * @param bytes unpacked
 */
public record LedgerRow(
        String documentId,
        long batch,
        String definition,
        String reading,
        String dataset,
        String name,
        String sha256,
        long bytes,
        long records,
        long rejects) {

    /** Digits of a document's id that all readings of the same content share: 64 bits. */
    public static final int CONTENT_DIGITS = 16;

    /** The file of the row: its name alone tells what is in the ledger. */
    String file() {
        return String.format(
                Locale.ROOT, "%s/%06d-%s.parquet", Datasets.DOCUMENTS.name(), batch, documentId);
    }

    /** The part of an id that all readings of a document share. */
    static String contentOf(String documentId) {
        return documentId.substring(0, Math.min(CONTENT_DIGITS, documentId.length()));
    }

    static String documentIdOf(String fileName) {
        return fileName.substring(fileName.indexOf('-') + 1, fileName.indexOf('.'));
    }

    static long batchOf(String fileName) {
        return Long.parseLong(fileName.substring(0, fileName.indexOf('-')));
    }

    void fill(RowBlock block, OptionalLong firstAt, OptionalLong lastAt) {
        Dataset ledger = Datasets.DOCUMENTS;
        block.set(ledger.index("document_id"), Text.of(documentId));
        block.set(ledger.index("batch"), batch);
        block.set(ledger.index("definition"), Text.of(definition));
        block.set(ledger.index("reading"), Text.of(reading));
        block.set(ledger.index("dataset"), Text.of(dataset));
        block.set(ledger.index("name"), Text.of(name));
        block.set(ledger.index("sha256"), Text.of(sha256));
        block.set(ledger.index("bytes"), bytes);
        block.set(ledger.index("records"), records);
        block.set(ledger.index("rejects"), rejects);
        firstAt.ifPresent(instant -> block.set(ledger.index("first_at"), instant));
        lastAt.ifPresent(instant -> block.set(ledger.index("last_at"), instant));
    }
}
