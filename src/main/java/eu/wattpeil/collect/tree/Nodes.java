package eu.wattpeil.collect.tree;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a document that is a tree, gone through once. A document may have several roots, one
 * after the other.
 */
public interface Nodes extends Closeable {

    /** What comes next. */
    enum Event {
        /** A node begins: {@link #name()} and the others tell which. */
        OPEN,
        /** Some of the text of the node that is open. */
        TEXT,
        /** The node that is open ends. */
        CLOSE,
        /** What follows cannot be read: all open nodes end, and a new root follows or the end. */
        BROKEN,
        /** There is nothing more. */
        END
    }

    /** Opens the nodes of a document from its start; the caller closes. */
    @FunctionalInterface
    interface Opener {
        Nodes open() throws IOException;
    }

    Event next() throws IOException;

    /** The name of the node that was opened; empty where it has none. */
    String name();

    /** Which of its parent's nodes without names it is, from 0; -1 where it has a name. */
    int index();

    /** Whether the node that was opened holds nodes, or could, and no text. */
    boolean isNested();

    /** Whether the node that was opened is an attribute of its parent. */
    boolean isAttribute();

    /** An attribute of the node that was opened; null where it has no such. */
    @Nullable String attribute(String name);

    /** The text that came; null where it cannot be read, which the next event then says. */
    @Nullable String text() throws IOException;

    /** Passes over what is in the node that was just opened: its end comes next. */
    void skip() throws IOException;

    /** The line where the present root is, from 1; 0 where roots are not lines. */
    long line();

    /** What is broken, after that event. */
    Damage damage();

    /**
     * Why nodes cannot be read.
     *
     * @param expected in words that finish "expected …"
     * @param found nothing of the text itself
     * @param isCutOff whether the document ended there
     */
    record Damage(String expected, String found, boolean isCutOff) {}
}
