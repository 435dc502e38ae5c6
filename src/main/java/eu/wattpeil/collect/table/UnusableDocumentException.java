package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject;

/** A document that cannot be read at all; carries the one reject that says so. */
public final class UnusableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    public UnusableDocumentException(Reject.Reason reason, String expected, String found) {
        this(Reject.document(reason, expected, found));
    }

    public UnusableDocumentException(Reject reject) {
        super(reject.expected());
        this.reject = reject;
    }

    public Reject reject() {
        return reject;
    }
}
