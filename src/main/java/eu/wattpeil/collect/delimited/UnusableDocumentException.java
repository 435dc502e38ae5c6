package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Reject;

/** A document that cannot be read at all; carries the one reject that says so. */
final class UnusableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    UnusableDocumentException(Reject.Reason reason, String expected, String found) {
        this(Reject.document(reason, expected, found));
    }

    UnusableDocumentException(Reject reject) {
        super(reject.expected());
        this.reject = reject;
    }

    Reject reject() {
        return reject;
    }
}
