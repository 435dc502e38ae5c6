package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a table for a print log. Users, titles and hosts are not looked at. */
final class PrintDraft {

    static final String DATASET = "print_jobs";

    private final TableDraft table;
    private final Draft draft;

    private PrintDraft(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    /**
     * The definition; empty where the table has no printer and no jobs, no pages or no time.
     *
     * @param key of the printer, where the table is of one
     */
    static Optional<Draft> of(Seen seen, String key) {
        TableDraft table = new TableDraft(seen, DATASET);
        Optional<Column> printer = table.called(Heading.PRINTER_ID);
        Optional<Column> printed = table.called(Heading.PRINTED_PAGES).filter(table::isNumeric);
        Optional<Column> pages =
                printed.or(() -> table.called(Heading.PAGES).filter(table::isNumeric));
        Optional<Column> time =
                table.left().stream()
                        .filter(column -> table.isTime(column))
                        .filter(column -> table.timesOf(column).hasClock())
                        .findFirst();
        boolean isOfOne = printer.isEmpty() && hasJobs(table);
        if (printer.isEmpty() && !isOfOne || pages.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        PrintDraft made = new PrintDraft(table);
        made.time(time.get());
        printer.ifPresentOrElse(made::printer, () -> made.onlyPrinter(key));
        return Optional.of(made.draft(pages.get(), printed.isPresent()));
    }

    /** Whether a table is of jobs: with a number, a user or a title each. */
    private static boolean hasJobs(TableDraft table) {
        return table.grid().hasHeader()
                && table.grid().columns().stream()
                                .filter(column -> table.is(column, Heading.OF_JOBS))
                                .count()
                        >= 2;
    }

    private void printer(Column printer) {
        table.take(printer);
        draft.column("printer_id", printer.reference());
        draft.printers(printers(printer));
    }

    /** The log of one printer does not name it. */
    private void onlyPrinter(String key) {
        draft.constant("printer_id", key);
        draft.note("printer_id", "the name of the printer, as in config/printers.csv");
        draft.printers(List.of(key));
        draft.doubt(
                "printer_id: no column tells it; the file is taken for the log of one printer, by"
                        + " the name of the file");
    }

    private void time(Column time) {
        table.take(time);
        Times found = table.timesOf(time);
        draft.column("printed_at", table.time("printed_at", List.of(time), found));
        if (!found.hasOffset()) {
            draft.doubt(
                    "printed_at: local times; without the option zone they are of the organisation's");
        }
    }

    private Draft draft(Column pages, boolean hasCopies) {
        table.take(pages);
        Optional<Column> copies = table.called(Heading.COPIES).filter(table::isNumeric);
        if (copies.isPresent() && hasCopies) {
            table.take(copies.get());
            draft.column("impressions", pages.reference());
            draft.column("copies", copies.get().reference());
        } else if (copies.isPresent()) {
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
        Map<String, Object> meanings = YesNo.of(found.get(), table.vocabulary(), isInverse);
        if (meanings.isEmpty() || table.isNumeric(found.get()) && meanings.size() > 2) {
            return;
        }
        table.take(found.get());
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", found.get().reference());
        section.put("values", meanings);
        draft.column(name, section);
    }
}
