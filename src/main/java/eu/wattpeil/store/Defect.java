package eu.wattpeil.store;

import java.nio.file.Path;

/**
 * Something in a store, its workspace or its reports that is not as a run left it.
 *
 * @param place the file or folder
 * @param found what is wrong with it
 * @param expected what should be there
 * @param cure what puts it right, as a sentence that follows a semicolon
 * @param subject what a repair is to take: the id of a document, or a file below the root of the
 *     store; empty where the place tells
 */
public record Defect(
        Kind kind, Path place, String found, String expected, String cure, String subject) {

    /** What there is to do about a defect. */
    public enum Kind {
        /** A run that was killed, or is at work, left it: removed. */
        LEFTOVER,
        /** A file of the tables that no document of the ledger has: removed, if it can be. */
        UNLEDGERED,
        /** A document: taken out, if it can be read again. */
        DOCUMENT,
        /** What a model left of a month: removed, and computed again by the next run. */
        DERIVED,
        /** A file of an edition: computed again from what the edition was made from. */
        EDITION,
        /** Files that editions were made from: kept again, if they are still as they were. */
        KEPT,
        /** A published file: set aside, and published again by the next run. */
        REPORT,
        /** What a run can do without: set aside. */
        DISPENSABLE,
        /** The note of who holds a lock that nobody holds: removed. */
        LOCK,
        /** The next run mends it by itself. */
        HEALING,
        /** Only a person can mend it. */
        LOST
    }

    public Defect(Kind kind, Path place, String found, String expected, String cure) {
        this(kind, place, found, expected, cure, "");
    }

    /** The same defect with what else there is to do about it. */
    public Defect as(Kind other, String otherCure) {
        return new Defect(other, place, found, expected, otherCure, subject);
    }

    /** Whether it comes and goes while a run is at work. */
    public boolean isPassing() {
        return switch (kind) {
            case LEFTOVER, UNLEDGERED, LOCK, HEALING -> true;
            case DOCUMENT, DERIVED, EDITION, KEPT, REPORT, DISPENSABLE, LOST -> false;
        };
    }

    /** As a user reads it. */
    public String text() {
        return place + ": " + found + ", expected " + expected + "; " + cure;
    }
}
