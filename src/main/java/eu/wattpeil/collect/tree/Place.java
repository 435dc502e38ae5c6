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
    private final UnaryOperator<String> reading;
    private final StringBuilder open = new StringBuilder();

    /** How many steps of the way lead to nodes that are open. */
    private int steps;

    private int count;
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
        count = 0;
        open.setLength(0);
        isNestedHere = false;
        enter(node);
    }

    /** A node begins that is so many steps below the one it is seen from. */
    void open(int below, Nodes node) {
        if (isHere() && below == steps + 1 && !node.isAttribute()) {
            isNestedHere = true;
        }
        if (steps == below - 1 && !isHere() && capture.down().get(steps).leadsTo(node)) {
            steps = below;
            enter(node);
        }
    }

    /** Whether the node that was opened is on the way, or the place. */
    boolean isOnTheWay(int below) {
        return steps == below;
    }

    /** A text of the node so many steps below. */
    void text(int below, String more) {
        if (isHere() && steps == below && capture.special() == ColumnPath.Special.NONE) {
            open.append(more, 0, Math.min(more.length(), MAX_TEXT + 1 - open.length()));
        }
    }

    boolean wantsText(int below) {
        return isHere() && steps == below;
    }

    /** The node so many steps below ends. */
    void close(int below) {
        if (steps != below) {
            return;
        }
        if (isHere() && capture.special() == ColumnPath.Special.NONE) {
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
        return steps == capture.down().size();
    }

    private void enter(Nodes node) {
        if (!isHere()) {
            return;
        }
        switch (capture.special()) {
            case NONE -> {
                open.setLength(0);
                isNestedHere = node.isNested();
            }
            case KEY -> found(node.name());
            case COUNT -> found(Integer.toString(++count));
            case INDEX -> found(node.index() < 0 ? "" : Integer.toString(node.index()));
        }
    }

    private void finish() {
        if (isNestedHere) {
            state = State.NESTED;
        } else if (open.length() > MAX_TEXT) {
            state = State.TOO_LONG;
        } else {
            found(reading.apply(open.toString()));
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
