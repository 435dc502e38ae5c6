package eu.wattpeil.collect.value;

import java.util.List;

/** The first of several patterns that a text fits. */
final class FirstFittingTime extends TimeText {

    private final List<TimeText> readers;

    FirstFittingTime(List<TimeText> readers) {
        this.readers = readers;
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        for (TimeText reader : readers) {
            long local = reader.read(bytes, from, to);
            if (local != NoValue.UNREADABLE) {
                offset = reader.offset();
                return local;
            }
        }
        return NoValue.UNREADABLE;
    }
}
