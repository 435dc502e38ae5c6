package eu.wattpeil.collect.table;

import com.google.re2j.Pattern;
import eu.wattpeil.collect.value.LinearExpression;
import eu.wattpeil.workspace.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which rows a definition passes over, of all rows or for one kind of record. */
final class ConditionsReader {

    private ConditionsReader() {}

    static RowConditions read(Section options) {
        List<Condition> conditions = new ArrayList<>();
        TableOptions.ONLY
                .read(options)
                .ifPresent(section -> read(section, "only", false, conditions));
        TableOptions.NOT.read(options).ifPresent(section -> read(section, "not", true, conditions));
        List<ColumnRef> needed =
                TableOptions.IGNORE_ROWS_WITHOUT.read(options).orElseThrow().stream()
                        .map(ColumnRef::new)
                        .toList();
        return new RowConditions(needed, conditions);
    }

    private static void read(
            Section section, String key, boolean isExcluding, List<Condition> conditions) {
        for (String column : section.keys()) {
            ColumnRef ref = new ColumnRef(column);
            if (section.isSection(column)) {
                Section test = section.section(column);
                Optional<Pattern> expression = test.required("matches", LinearExpression.TYPE);
                test.rejectUnknownKeys();
                conditions.add(new Condition(ref, Set.of(), expression, isExcluding));
                continue;
            }
            Set<String> texts = new HashSet<>(section.texts(column));
            if (texts.isEmpty()) {
                section.problem(
                        column,
                        key
                                + " is with \""
                                + column
                                + "\" without a text, expected the texts of the rows to "
                                + (isExcluding ? "pass over" : "read")
                                + ", such as "
                                + key
                                + (isExcluding ? ": {Meter: Total}" : ": {Unit: [kWh, Wh]}"));
            }
            conditions.add(new Condition(ref, texts, Optional.empty(), isExcluding));
        }
    }
}
