package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a table for a print log. Users, titles and hosts are not looked at. */
final class PrintDraft {

    static final String DATASET = "print_jobs";

    private static final int MOST_MEANINGS = 6;

    /** Of which one says that there is the other one, too. */
    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("DUPLEX", "NOT DUPLEX"),
                    List.of("GRAYSCALE", "NOT GRAYSCALE"),
                    List.of("Yes", "No"),
                    List.of("yes", "no"),
                    List.of("Y", "N"),
                    List.of("Ja", "Nee"),
                    List.of("ja", "nee"),
                    List.of("Oui", "Non"),
                    List.of("oui", "non"),
                    List.of("True", "False"),
                    List.of("true", "false"),
                    List.of("TRUE", "FALSE"),
                    List.of("1", "0"));

    private final TableDraft table;
    private final Draft draft;

    private PrintDraft(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    /** The definition; empty where the table has no printer, no pages or no time. */
    static Optional<Draft> of(Seen seen) {
        TableDraft table = new TableDraft(seen, DATASET);
        Optional<Column> printer = table.called(Heading.PRINTER_ID);
        Optional<Column> pages = table.called(Heading.PAGES).filter(table::isNumeric);
        Optional<Column> time =
                table.left().stream()
                        .filter(column -> table.isTime(column))
                        .filter(column -> table.timesOf(column).hasClock())
                        .findFirst();
        if (printer.isEmpty() || pages.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PrintDraft(table).draft(time.get(), printer.get(), pages.get()));
    }

    private Draft draft(Column time, Column printer, Column pages) {
        table.take(time);
        table.take(printer);
        table.take(pages);
        Times found = table.timesOf(time);
        draft.column("printed_at", table.time("printed_at", List.of(time), found));
        if (!found.hasOffset()) {
            draft.doubt(
                    "printed_at: local times; without the option zone they are of the organisation's");
        }
        draft.column("printer_id", printer.reference());
        Optional<Column> copies = table.called(Heading.COPIES).filter(table::isNumeric);
        if (copies.isPresent()) {
            table.take(copies.get());
            draft.column(
                    "impressions",
                    Map.of("product", List.of(pages.reference(), copies.get().reference())));
            draft.column("copies", copies.get().reference());
            draft.doubt(
                    "impressions: pages are taken for those of one copy; if they count all copies, write"
                            + " impressions: "
                            + Draft.text(pages.reference()));
        } else {
            draft.column("impressions", pages.reference());
        }
        table.number(Heading.SHEETS);
        flag("is_duplex", Heading.IS_DUPLEX, false);
        flag("is_colour", Heading.IS_COLOUR, false);
        flag("is_colour", Heading.IS_GREY, true);
        table.text(Heading.PAPER);
        table.number(Heading.JOB_ID);
        draft.printers(printers(printer));
        return draft;
    }

    /** Those of at least a hundredth of the rows; a damaged line may put a user in their place. */
    private static List<String> printers(Column printer) {
        Map<String, Integer> counts = printer.counts();
        long rows = printer.filled().size();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 100L >= rows)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void flag(String name, Heading heading, boolean isInverse) {
        Optional<Column> found =
                table.called(heading).filter(column -> !table.is(column, Heading.COUNT));
        if (draft.has(name) || found.isEmpty()) {
            return;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (String text : found.get().counts().keySet()) {
            texts.add(text);
            PAIRS.stream().filter(pair -> pair.contains(text)).forEach(texts::addAll);
        }
        boolean isFlag = !texts.isEmpty() && texts.size() <= MOST_MEANINGS;
        if (!isFlag || table.isNumeric(found.get()) && texts.size() > 2) {
            return;
        }
        Map<String, Object> meanings = new LinkedHashMap<>();
        for (String text : texts) {
            meanings.put(text, table.vocabulary().isNo(text) == isInverse);
        }
        table.take(found.get());
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", found.get().reference());
        section.put("values", meanings);
        draft.column(name, section);
    }
}
