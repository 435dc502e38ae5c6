package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The columns of a table whose headers are times, each with the values of that time.
 *
 * @param pattern of the times
 */
record TimeHeaders(String pattern) {

    /** Whether there is such a column. */
    boolean isAnyOf(List<String> names) {
        TimeText times = TimeText.of(pattern);
        return names.stream().anyMatch(name -> local(times, name) != NoValue.UNREADABLE);
    }

    /** Whether the later columns are of earlier times. */
    boolean isNewestFirst(List<String> names) {
        TimeText times = TimeText.of(pattern);
        long[] locals =
                names.stream()
                        .mapToLong(name -> local(times, name))
                        .filter(local -> local != NoValue.UNREADABLE)
                        .toArray();
        return locals.length > 0 && locals[0] > locals[locals.length - 1];
    }

    private static long local(TimeText times, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return times.read(bytes, 0, bytes.length);
    }
}
