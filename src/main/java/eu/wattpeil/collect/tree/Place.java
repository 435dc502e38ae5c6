package eu.wattpeil.collect.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What stands in the place of a column, below a node that is open. */
final class Place {

    /** No text of a column has more characters. */
    static final int MAX_TEXT = 1 << 20;

    private static final byte[] NOTHING = new byte[0];

    private final RowPath.Capture capture;
    private final Step[] down;
    private final boolean isText;
    private final UnaryOperator<String> reading;

    /** The first text of the node that is open; there are more where a text has several parts. */
    private String first = "";

    private final StringBuilder all = new StringBuilder();

    /** How many steps of the way lead to nodes that are open. */
    private int steps;

    private State state = State.ABSENT;
    private boolean isNestedHere;
    private byte[] text = NOTHING;

    /** What was found in a place. */
    enum State {
        /** Not there yet. */
        ABSENT,
        /** A text, or nothing. */
        READ,
        /** Other nodes. */
        NESTED,
        /** Texts that differ. */
        SEVERAL,
        /** More than {@link #MAX_TEXT} characters. */
        TOO_LONG
    }

    /**
     * The place of a column.
     *
     * @param reading from a text as it is in the document to what it says
     */
    Place(RowPath.Capture capture, UnaryOperator<String> reading) {
        this.capture = capture;
        this.reading = reading;
        down = capture.down().toArray(Step[]::new);
        isText = capture.special() == ColumnPath.Special.NONE;
    }

    RowPath.Capture capture() {
        return capture;
    }

    State state() {
        return state;
    }

    /** The text in UTF-8, without blanks around it; empty where there is none. */
    byte[] text() {
        return text;
    }

    /** The node it is seen from begins: that of before is forgotten. */
    void restart(Nodes node) {
        state = State.ABSENT;
        text = NOTHING;
        steps = 0;
        forgetText();
        isNestedHere = false;
        enter(node);
    }

    private void forgetText() {
        first = "";
        all.setLength(0);
    }

    /** A node begins that is so many steps below the one it is seen from. */
    void open(int below, Nodes node) {
        if (steps != below - 1) {
            return;
        }
        if (isHere()) {
            isNestedHere |= !node.isAttribute();
        } else if (down[steps].leadsTo(node)) {
            steps = below;
            enter(node);
        }
    }

    /** Whether the node that was opened is on the way, or the place. */
    boolean isOnTheWay(int below) {
        return steps == below;
    }

    /** A text of the node that is here. */
    void text(String more) {
        if (!isText) {
            return;
        }
        if (first.isEmpty()) {
            first = more;
            return;
        }
        if (all.isEmpty()) {
            append(first);
        }
        append(more);
    }

    private void append(String more) {
        all.append(more, 0, Math.min(more.length(), MAX_TEXT + 1 - all.length()));
    }

    /** Whether the node so many steps below is here. */
    boolean wantsText(int below) {
        return steps == below && isHere();
    }

    /** The node so many steps below ends. */
    void close(int below) {
        if (steps != below) {
            return;
        }
        if (isText && isHere()) {
            finish();
        }
        steps = Math.max(0, steps - 1);
    }

    /** Takes over what was found by going ahead. */
    void take(Place ahead) {
        state = ahead.state;
        text = ahead.text;
    }

    private boolean isHere() {
        return steps == down.length;
    }

    private void enter(Nodes node) {
        if (!isHere()) {
            return;
        }
        switch (capture.special()) {
            case NONE -> {
                forgetText();
                isNestedHere = node.isNested();
            }
            case KEY -> found(node.name());
            case INDEX -> found(node.index() < 0 ? "" : Integer.toString(node.index()));
        }
    }

    private void finish() {
        String whole = all.isEmpty() ? first : all.toString();
        if (isNestedHere) {
            state = State.NESTED;
        } else if (whole.length() > MAX_TEXT) {
            state = State.TOO_LONG;
        } else {
            found(reading.apply(whole));
        }
    }

    private void found(String more) {
        byte[] bytes = more.strip().getBytes(StandardCharsets.UTF_8);
        if (state == State.ABSENT || state == State.READ && text.length == 0) {
            state = State.READ;
            text = bytes;
        } else if (state == State.READ && bytes.length > 0 && !Arrays.equals(text, bytes)) {
            state = State.SEVERAL;
        }
    }
}
