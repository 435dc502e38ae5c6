package eu.wattpeil.web;

import java.util.List;

/**
 * What the template {@code page.html} sees.
 *
 * @param language tag
 * @param title of the page
 * @param pages that there are
 * @param languages the same page in others
 * @param alerts what needs attention; may be empty
 * @param blocks in order
 */
public record Page(
        String language,
        String organisation,
        String title,
        List<Link> pages,
        List<Link> languages,
        List<String> alerts,
        List<Block> blocks) {

    public Page {
        pages = List.copyOf(pages);
        languages = List.copyOf(languages);
        alerts = List.copyOf(alerts);
        blocks = List.copyOf(blocks);
    }

    /**
     * A way to another page or file.
     *
     * @param language of its readers; empty where it is the page's own
     * @param isHere whether it leads to this page
     */
    public record Link(String label, String address, String language, boolean isHere) {}

    /**
     * A part of a page.
     *
     * @param id of its heading
     * @param title empty where it goes on with the one before
     * @param sentences above the rest; may be empty
     * @param links may be empty
     * @param heads of the columns; empty where there is no table
     * @param rows may be empty
     * @param label of the table; empty where it is the title
     */
    public record Block(
            String id,
            String title,
            List<String> sentences,
            List<Link> links,
            List<Head> heads,
            List<List<Cell>> rows,
            String label) {

        public Block {
            sentences = List.copyOf(sentences);
            links = List.copyOf(links);
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }

        Block(
                String id,
                String title,
                List<String> sentences,
                List<Link> links,
                List<Head> heads,
                List<List<Cell>> rows) {
            this(id, title, sentences, links, heads, rows, "");
        }

        /** Of sentences alone. */
        static Block of(String id, String title, List<String> sentences) {
            return new Block(id, title, sentences, List.of(), List.of(), List.of());
        }
    }

    /**
     * A column.
     *
     * @param isNumber whether it is set to the right
     */
    public record Head(String label, boolean isNumber) {}

    /**
     * What stands in a row.
     *
     * @param address that it leads to; empty for none
     */
    public record Cell(String text, String address) {

        static Cell of(String text) {
            return new Cell(text, "");
        }
    }
}
