package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.Map;

/** What columns of words say of readings: of what they are, and whether they are measured. */
final class MeterTexts {

    private final TableDraft table;
    private final Draft draft;
    private final MeterUnits units;

    MeterTexts(TableDraft table, MeterUnits units) {
        this.table = table;
        this.units = units;
        draft = table.draft();
    }

    /** What is measured: by a column of words, or by the words of the table. */
    void quantity() {
        for (Column column : table.left()) {
            Map<String, Object> meanings = new LinkedHashMap<>();
            column.counts().keySet().stream()
                    .limit(10)
                    .filter(text -> !quantityOf(text).isEmpty())
                    .forEach(text -> meanings.put(text, quantityOf(text)));
            if (!meanings.isEmpty() && meanings.size() == column.counts().size()) {
                table.take(column);
                if (meanings.size() > 1) {
                    Map<String, Object> section = new LinkedHashMap<>();
                    section.put("column", column.reference());
                    section.put("values", meanings);
                    draft.column("quantity", section);
                } else {
                    draft.constant("quantity", meanings.values().iterator().next().toString());
                }
                return;
            }
        }
        String unit =
                table.left().stream()
                        .flatMap(it -> MeterUnits.in(it.said()).stream())
                        .findFirst()
                        .orElse(units.ofRows());
        String byUnit =
                "m3".equals(unit) ? "water" : "°C".equals(unit) ? "temperature" : "electricity";
        String byWords = quantityOf(table.grid().words());
        draft.constant("quantity", byWords.isEmpty() ? byUnit : byWords);
    }

    /** What a text says is measured; empty where it does not. */
    private String quantityOf(String text) {
        return table.vocabulary().code("quantity", text);
    }

    /** Whether values are measured, where a column of words says it. */
    void quality() {
        for (Column column : table.left()) {
            Map<String, Object> meanings = new LinkedHashMap<>();
            for (String text : column.counts().keySet().stream().limit(10).toList()) {
                String code = table.vocabulary().codeOfWhole("quality", text);
                if (!code.isEmpty()) {
                    meanings.put(text, code);
                }
            }
            if (!meanings.isEmpty() && meanings.size() == column.counts().size()) {
                table.take(column);
                Map<String, Object> section = new LinkedHashMap<>();
                section.put("column", column.reference());
                section.put("values", meanings);
                draft.column("quality", section);
                return;
            }
        }
    }
}
