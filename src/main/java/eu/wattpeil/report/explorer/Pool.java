package eu.wattpeil.report.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things that are named by a number, each once, in the order in which they came. */
final class Pool<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> all = new ArrayList<>();

    int number(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        numbers.put(thing, all.size());
        all.add(thing);
        return all.size() - 1;
    }

    List<T> all() {
        return List.copyOf(all);
    }
}
