package eu.wattpeil.web;

import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Cell;
import eu.wattpeil.web.Page.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the documents in the store, the latest first. */
final class DocumentBlocks {

    private static final int ON_A_PAGE = 200;
    private static final int SHORT_HASH = 12;

    private final Reader reader;

    DocumentBlocks(Reader reader) {
        this.reader = reader;
    }

    /**
     * A part of them.
     *
     * @param source whose documents; empty for those of all
     * @param from how many are left out before
     */
    Block documents(List<LedgerRow> ledger, Optional<String> source, int from) {
        List<LedgerRow> all =
                ledger.stream()
                        .filter(row -> source.isEmpty() || row.definition().equals(source.get()))
                        .sorted(
                                Comparator.comparingLong(LedgerRow::batch)
                                        .reversed()
                                        .thenComparing(LedgerRow::name))
                        .toList();
        int first = Math.min(Math.max(from, 0), all.size());
        int last = Math.min(first + ON_A_PAGE, all.size());
        List<List<Cell>> rows = new ArrayList<>();
        all.subList(first, last).forEach(row -> rows.add(row(row)));
        String shown =
                all.isEmpty()
                        ? reader.say("empty")
                        : reader.say(
                                "documents.shown",
                                "from",
                                reader.count(first + 1L),
                                "to",
                                reader.count(last),
                                "all",
                                reader.count(all.size()));
        List<Link> links = new ArrayList<>();
        if (first > 0) {
            links.add(link("documents.earlier", source, Math.max(first - ON_A_PAGE, 0)));
        }
        if (last < all.size()) {
            links.add(link("documents.later", source, last));
        }
        return new Block(
                "documents",
                source.orElseGet(() -> reader.say("title.documents")),
                List.of(shown),
                links,
                List.of(
                        reader.head("source"),
                        reader.head("document"),
                        reader.number("records"),
                        reader.number("rejects"),
                        reader.head("first_reading"),
                        reader.head("last_reading"),
                        reader.head("sha256")),
                rows);
    }

    private List<Cell> row(LedgerRow row) {
        return List.of(
                Cell.of(row.definition()),
                Cell.of(row.name()),
                Cell.of(reader.count(row.records())),
                Cell.of(reader.count(row.rejects())),
                Cell.of(reader.time(row.firstAt(), "none")),
                Cell.of(reader.time(row.lastAt(), "none")),
                Cell.of(row.sha256().substring(0, Math.min(SHORT_HASH, row.sha256().length()))));
    }

    private Link link(String label, Optional<String> source, int from) {
        String path = PagesController.DOCUMENTS;
        String start = Integer.toString(from);
        return new Link(
                reader.say(label),
                source.map(it -> reader.address(path, "from", start, "source", it))
                        .orElseGet(() -> reader.address(path, "from", start)),
                "",
                false);
    }
}
