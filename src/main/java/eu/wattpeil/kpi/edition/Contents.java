package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * What an edition publishes.
 *
 * @param values in order
 * @param tables beside the values, each once
 */
record Contents(List<KpiValue> values, List<EditionTable> tables) {

    /** Of a month that is not shown. */
    static final Contents NONE = new Contents(List.of(), List.of());

    Contents {
        values = List.copyOf(values);
        tables = List.copyOf(tables);
    }

    /** A fingerprint of it and of what it was computed from; a table without rows is none. */
    String fingerprint(String materialised) {
        List<String> parts = new ArrayList<>();
        parts.add(materialised);
        parts.add(Fingerprint.line(values.stream().map(KpiTable::text).toList()));
        tables.stream().filter(it -> !it.isEmpty()).map(EditionTable::text).forEach(parts::add);
        return Fingerprint.of(parts);
    }

    /** Whether a table beside the values is another one than was published, of the same tables. */
    boolean isMaterialChangeOf(Contents published, double threshold) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).isMaterialChangeOf(published.tables().get(i), threshold)) {
                return true;
            }
        }
        return false;
    }
}
