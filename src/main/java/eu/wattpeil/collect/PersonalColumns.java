package eu.wattpeil.collect;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.printing.PaperName;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets no text into a row of personal data that is not known to be none: users become pseudonyms,
 * departments and paper sizes that there are not become unknown, and a row of an unknown printer is
 * a reject. Keeps state: one for each reading thread.
 */
final class PersonalColumns {

    private static final int MAX_KNOWN = 100_000;
    private static final int NO_COLUMN = -1;

    private final PersonalTexts allowed;
    private final int printer;
    private final Map<Text, Boolean> printers = new HashMap<>();
    private final Map<Integer, Kept> kept = new HashMap<>();

    /** What is kept of the texts of a column. */
    private record Kept(Function<String, Optional<String>> rule, Map<Text, Optional<Text>> known) {

        Kept(Function<String, Optional<String>> rule) {
            this(rule, new HashMap<>());
        }

        Optional<Text> of(Text text) {
            if (known.size() > MAX_KNOWN) {
                known.clear();
            }
            return known.computeIfAbsent(text, it -> rule.apply(it.toString()).map(Text::of));
        }
    }

    PersonalColumns(Dataset dataset, PersonalTexts allowed) {
        this.allowed = allowed;
        int found = NO_COLUMN;
        for (int i = 0; i < dataset.columns().size(); i++) {
            String name = dataset.columns().get(i).name();
            if (name.equals("printer_id")) {
                found = i;
            } else if (dataset.columns().get(i).type() == ColumnType.TEXT
                    && !RowRules.isOfDocument(name)
                    && dataset.columns().get(i).codes().isEmpty()) {
                kept.put(i, new Kept(rule(name)));
            }
        }
        printer = found;
    }

    private Function<String, Optional<String>> rule(String column) {
        return switch (column) {
            case "user_key" -> user -> Optional.ofNullable(allowed.pseudonym().apply(user));
            case "department_id" -> id -> Optional.of(id).filter(allowed.departments()::contains);
            case "paper" -> name -> Optional.of(name).filter(PaperName::isSize);
            default -> text -> Optional.empty();
        };
    }

    /** Clears the open row of what it may not keep; why it cannot be kept at all, or null. */
    @Nullable Reject clear(RowBlock rows, long line) {
        int open = rows.rows();
        if (printer != NO_COLUMN && !isKnown(rows.text(printer, open))) {
            return new Reject(
                    line,
                    "printer_id",
                    Reason.UNKNOWN_CODE,
                    "a printer of config/printers.csv or of the option printers (wattpeil suggest"
                            + " printers shows which there are)",
                    "");
        }
        kept.forEach(
                (column, texts) -> {
                    if (!rows.isOpenNull(column)) {
                        rows.set(column, texts.of(rows.text(column, open)).orElse(null));
                    }
                });
        return null;
    }

    private boolean isKnown(Text name) {
        if (allowed.printers().isEmpty()) {
            return true;
        }
        if (printers.size() > MAX_KNOWN) {
            printers.clear();
        }
        return printers.computeIfAbsent(
                name, it -> allowed.printers().get().contains(it.toString()));
    }
}
