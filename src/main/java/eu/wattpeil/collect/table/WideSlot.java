package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.TimeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A value column in wide layout.
 *
 * @param field its position
 * @param label how it is called in rejects
 * @param micros the local time since midnight at which the value, or its interval, starts
 * @param isSecond whether it is the second pass of a repeated time
 * @param isElapsed whether the time is that which has passed since midnight
 */
record WideSlot(int field, String label, long micros, boolean isSecond, boolean isElapsed) {

    private static final long SHORTEST_DAY_MICROS = 23 * 3_600 * TimeText.MICROS_PER_SECOND;

    /**
     * The value columns of a table.
     *
     * @param isInterval whether the values are of intervals, so that the start counts
     * @param isStartStamped whether the time of a column is the start of its interval
     */
    static WideSlot[] of(
            WideLayout layout, Header header, boolean isInterval, boolean isStartStamped)
            throws UnusableDocumentException {
        long step = layout.stepMicros();
        if (layout.first().isPresent()) {
            long offset = isInterval || isStartStamped ? 0 : step;
            return byPlace(layout, layout.first().get(), header, offset);
        }
        return byLabel(layout, header, isInterval && !isStartStamped ? -step : 0, isStartStamped);
    }

    private static WideSlot[] byPlace(
            WideLayout layout, ColumnRef first, Header header, long offset)
            throws UnusableDocumentException {
        int from = first.position(header.names(), header.width());
        if (from + layout.count() > header.width()) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    layout.count() + " value columns from " + first.label(header.names()),
                    header.width() - from + " columns from there");
        }
        boolean isElapsed = layout.count() * layout.stepMicros() > TimeText.MICROS_PER_DAY;
        WideSlot[] slots = new WideSlot[layout.count()];
        for (int i = 0; i < slots.length; i++) {
            String label = new ColumnRef(Integer.toString(from + i + 1)).label(header.names());
            long micros = i * layout.stepMicros() + offset;
            slots[i] = new WideSlot(from + i, label, micros, false, isElapsed);
        }
        return slots;
    }

    private static WideSlot[] byLabel(
            WideLayout layout, Header header, long shift, boolean isStartStamped)
            throws UnusableDocumentException {
        List<WideSlot> slots = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long last = -1;
        for (int field = 0; field < header.names().size(); field++) {
            String name = header.names().get(field);
            long time = layout.label(name);
            if (time == WideLayout.NO_LABEL) {
                continue;
            }
            boolean isMidnightAtEnd = time == 0 && last > 0;
            boolean isAgain = !isMidnightAtEnd && !seen.add(time);
            long micros = isMidnightAtEnd ? TimeText.MICROS_PER_DAY : time;
            if (isStartStamped && micros == TimeText.MICROS_PER_DAY) {
                throw new UnusableDocumentException(
                        Reason.NOT_THIS_FORMAT,
                        "value columns that start before midnight (stamp is start)",
                        "the header \"" + name + "\" after the others");
            }
            checkStep(layout, last, micros, isAgain, name);
            slots.add(new WideSlot(field, name, micros + shift, isAgain, false));
            last = micros;
        }
        return slots.toArray(WideSlot[]::new);
    }

    /** Whether there are days on which the column must be empty, so that a row may end before. */
    boolean isExtra() {
        return isSecond || isElapsed && micros >= SHORTEST_DAY_MICROS;
    }

    private static void checkStep(
            WideLayout layout, long last, long micros, boolean isAgain, String name)
            throws UnusableDocumentException {
        boolean fits = last < 0 || isAgain || micros - last == layout.stepMicros();
        if (!fits) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    "value columns every "
                            + layout.stepMicros() / (60 * TimeText.MICROS_PER_SECOND)
                            + " minutes (wide: step)",
                    "the header \""
                            + name
                            + "\", "
                            + (micros - last) / (60 * TimeText.MICROS_PER_SECOND)
                            + " minutes after the one before");
        }
    }
}
