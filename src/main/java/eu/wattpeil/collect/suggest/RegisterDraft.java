package eu.wattpeil.collect.suggest;

import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a table for a register that an organisation keeps itself, by what its columns are called as
 * a whole. Who asked, and what was written, is not looked at.
 */
final class RegisterDraft {

    /** Each with the columns of which a table of it has one at least. */
    private static final Map<String, Set<String>> MARKS =
            Map.of(
                    "tickets", Set.of("closed_on"),
                    "purchases", Set.of("amount_eur", "quantity", "sheets", "mass_kg"),
                    "workdays", Set.of("office_days", "home_days", "leave_days", "home_hours"),
                    "contracts", Set.of("starts_on", "ends_on"),
                    "disposals", Set.of("route", "mass_kg", "has_wiping_certificate"),
                    "indicators", Set.of("value"));

    private static final String SNAPSHOT = "observed_on";
    private static final int MOST_TEXTS = 60;
    private static final Map<String, String> MONTHS =
            Map.of(
                    "\\d{4}-\\d{2}", "yyyy-MM",
                    "\\d{4}/\\d{2}", "yyyy/MM",
                    "\\d{2}/\\d{4}", "MM/yyyy",
                    "\\d{2}-\\d{4}", "MM-yyyy");

    private final Dataset dataset;
    private final TableDraft table;
    private final Draft draft;
    private final Map<eu.wattpeil.store.Column, Column> found = new LinkedHashMap<>();

    private RegisterDraft(Seen seen, Dataset dataset) {
        this.dataset = dataset;
        table = new TableDraft(seen, dataset.name());
        draft = table.draft();
        for (eu.wattpeil.store.Column wanted : dataset.columns()) {
            table.left().stream()
                    .filter(column -> table.vocabulary().names(column.name(), dataset, wanted))
                    .filter(column -> fits(wanted.type(), column))
                    .findFirst()
                    .ifPresent(
                            column -> {
                                table.take(column);
                                found.put(wanted, column);
                            });
        }
    }

    /**
     * The definition by the register that has most of the columns; empty where none has those that
     * it needs.
     *
     * @param changedOn day of the file, where nothing else tells that of a snapshot
     */
    static Optional<Draft> of(Seen seen, LocalDate changedOn) {
        return best(seen).map(register -> register.draft(seen.name(), changedOn));
    }

    /** Whether most columns are called as the documentation of a register calls them. */
    static boolean isDocumented(Seen seen) {
        return best(seen).filter(RegisterDraft::hasOwnNames).isPresent();
    }

    private static Optional<RegisterDraft> best(Seen seen) {
        Optional<RegisterDraft> best = Optional.empty();
        if (!seen.grid().hasHeader()) {
            return best;
        }
        for (Dataset dataset : Datasets.collected()) {
            if (MARKS.containsKey(dataset.name())) {
                RegisterDraft register = new RegisterDraft(seen, dataset);
                int most = best.map(it -> it.found.size()).orElse(0);
                if (register.isWhole() && register.found.size() > most) {
                    best = Optional.of(register);
                }
            }
        }
        return best;
    }

    private boolean hasOwnNames() {
        long own =
                found.entrySet().stream()
                        .filter(
                                it ->
                                        Words.plain(it.getKey().name())
                                                .equals(Words.plain(it.getValue().name())))
                        .count();
        return own * 2 > table.grid().columns().size();
    }

    private boolean isWhole() {
        boolean hasNeeded =
                dataset.columns().stream()
                        .filter(eu.wattpeil.store.Column::isRequired)
                        .filter(it -> !Set.of("document_id", "line", SNAPSHOT).contains(it.name()))
                        .allMatch(found::containsKey);
        Set<String> marks = MARKS.getOrDefault(dataset.name(), Set.of());
        return hasNeeded && found.keySet().stream().anyMatch(it -> marks.contains(it.name()));
    }

    /** Whether what stands in a column is of a type; an empty one is of any. */
    private boolean fits(ColumnType type, Column column) {
        if (column.filled().isEmpty()) {
            return true;
        }
        return switch (type) {
            case DATE -> table.isTime(column) || month(column).isPresent();
            case INTEGER, DECIMAL, FINE_DECIMAL -> table.isNumeric(column);
            case TEXT, BOOLEAN -> true;
            case TIMESTAMP, DOUBLE -> false;
        };
    }

    private static Optional<String> month(Column column) {
        return MONTHS.entrySet().stream()
                .filter(
                        form -> {
                            Pattern pattern = Pattern.compile(form.getKey());
                            return column.filled().stream()
                                    .allMatch(it -> pattern.matcher(it).matches());
                        })
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Draft draft(String documentName, LocalDate changedOn) {
        found.forEach(this::put);
        boolean isSnapshot = dataset.columns().stream().anyMatch(it -> it.name().equals(SNAPSHOT));
        if (isSnapshot && !draft.has(SNAPSHOT)) {
            SnapshotDay.put(draft, documentName, changedOn);
        }
        return draft;
    }

    private void put(eu.wattpeil.store.Column wanted, Column column) {
        String name = wanted.name();
        switch (wanted.type()) {
            case DATE -> draft.column(name, day(name, column));
            case BOOLEAN -> {
                Map<String, Object> meanings = YesNo.of(column, table.vocabulary(), false);
                if (!meanings.isEmpty()) {
                    draft.column(name, section(column, "values", meanings));
                }
            }
            case TEXT -> {
                boolean isCoded = !wanted.codes().isEmpty() || name.equals("category");
                if (isCoded) {
                    coded(wanted, column);
                } else {
                    draft.column(name, column.reference());
                }
            }
            default -> {
                table.noteMissing(column);
                draft.column(name, column.reference());
            }
        }
    }

    private Object day(String name, Column column) {
        return month(column)
                .<Object>map(pattern -> section(column, "pattern", pattern))
                .orElseGet(
                        () ->
                                table.isTime(column)
                                        ? table.time(name, List.of(column), table.timesOf(column))
                                        : column.reference());
    }

    private static Map<String, Object> section(Column column, String key, Object value) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", column.reference());
        section.put(key, value);
        return section;
    }

    private void coded(eu.wattpeil.store.Column wanted, Column column) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String text : column.counts().keySet()) {
            values.put(text, code(wanted, text));
        }
        long known = values.values().stream().filter(it -> !it.equals("")).count();
        if (known == 0 || values.size() > MOST_TEXTS) {
            draft.doubt(
                    wanted.name()
                            + ": no text of "
                            + Draft.text(column.reference())
                            + " is known: it is left out, and all rows are read; with only they are"
                            + " those that you name");
            return;
        }
        draft.column(wanted.name(), section(column, "values", values));
        if (known < values.size()) {
            draft.doubt(
                    wanted.name()
                            + ": "
                            + (values.size() - known)
                            + " of "
                            + values.size()
                            + " texts are left empty, which reads them as unknown");
        }
    }

    private String code(eu.wattpeil.store.Column wanted, String text) {
        if (wanted.codes().contains(text)) {
            return text;
        }
        String known = table.vocabulary().code(dataset.name() + "." + wanted.name(), text);
        return known.isEmpty() && wanted.name().equals("category")
                ? table.vocabulary().code("category", text)
                : known;
    }
}
