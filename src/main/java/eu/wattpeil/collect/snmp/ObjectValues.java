package eu.wattpeil.collect.snmp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one object in a poll that the device supports, in the order of their rows.
 *
 * @param rows by the index of the row; of a scalar one, with an empty index
 */
record ObjectValues(DeviceObject object, List<Row> rows) {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::index, ObjectValues::compare);

    /** The value of a row. */
    record Row(String index, String value) {}

    ObjectValues {
        rows = List.copyOf(rows);
    }

    static ObjectValues of(DeviceObject object, Map<String, String> values) {
        List<Row> rows = new ArrayList<>();
        if (object.index().isEmpty()) {
            Optional.ofNullable(values.get(object.name()))
                    .ifPresent(value -> rows.add(new Row("", value)));
        } else {
            IndexPattern index = object.index().get();
            String prefix = object.name() + ".";
            values.forEach(
                    (name, value) -> {
                        if (name.startsWith(prefix)
                                && index.matches(name.substring(prefix.length()))) {
                            rows.add(new Row(name.substring(prefix.length()), value));
                        }
                    });
            rows.sort(ORDER);
        }
        rows.removeIf(row -> object.isUnsupported(row.value()));
        return new ObjectValues(object, rows);
    }

    /** Those of the rows of which other objects say what the file of the kind asks for. */
    ObjectValues counting(Map<String, ObjectValues> values) {
        return new ObjectValues(
                object, rows.stream().filter(row -> isCounting(row.index(), values)).toList());
    }

    private boolean isCounting(String index, Map<String, ObjectValues> values) {
        return object.where().entrySet().stream()
                .allMatch(
                        asked ->
                                Optional.ofNullable(values.get(asked.getKey()))
                                        .flatMap(it -> it.value(index))
                                        .filter(asked.getValue()::contains)
                                        .isPresent());
    }

    /** The value of a row, of a scalar that of any; empty where the device does not give it. */
    Optional<String> value(String index) {
        return rows.stream()
                .filter(row -> row.index().equals(index) || object.index().isEmpty())
                .map(Row::value)
                .findFirst();
    }

    private static int compare(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int byLength = Integer.compare(a[i].length(), b[i].length());
            int order = byLength != 0 ? byLength : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
