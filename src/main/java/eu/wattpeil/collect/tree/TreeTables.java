package eu.wattpeil.collect.tree;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.Tables;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds the rows of a document that is a tree; in one piece. */
public final class TreeTables implements Tables {

    private final Trees trees;
    private final TreeShape shape;
    private final List<String> rows;

    /** Opens documents of a kind as trees. */
    @FunctionalInterface
    public interface Trees {

        /**
         * How to open the document.
         *
         * @throws UnusableDocumentException where it is of another kind
         */
        Nodes.Opener of(Document document) throws IOException, UnusableDocumentException;
    }

    private TreeTables(Trees trees, TreeShape shape, List<String> rows) {
        this.trees = trees;
        this.shape = shape;
        this.rows = rows;
    }

    /** The tables of a definition; what is wrong with its places becomes problems. */
    public static TreeTables of(
            Trees trees, Section options, TableSettings settings, Notation notation) {
        TreeShape shape = TreeShapeReader.read(options, settings, notation);
        return new TreeTables(trees, shape, options.texts("rows"));
    }

    @Override
    public List<Opening> pieces(Document document) {
        return List.of(() -> open(document));
    }

    private Table open(Document document) throws IOException, UnusableDocumentException {
        Nodes.Opener opener = trees.of(document);
        TreeRows opened = TreeRows.open(shape, opener);
        boolean isOpen = false;
        try {
            boolean isFirst = opened.show();
            if (!isFirst) {
                throw withoutRows(opened.deepest());
            }
            if (opened.damage().isPresent() && !opened.isByLines()) {
                throw damaged(opened.damage().get(), opened.deepest());
            }
            isOpen = true;
            return new TreeTable(shape, opener, opened);
        } finally {
            if (!isOpen) {
                opened.close();
            }
        }
    }

    private UnusableDocumentException withoutRows(int deepest) {
        String expected = "rows at " + String.join(" or ", rows);
        boolean isEmpty =
                shape.rows().stream()
                        .map(RowPath::steps)
                        .anyMatch(steps -> steps.size() > deepest && leadsToAny(steps, deepest));
        return new UnusableDocumentException(
                isEmpty ? Reason.EMPTY_DOCUMENT : Reason.NOT_THIS_FORMAT,
                expected,
                isEmpty ? "none there" : "no such place");
    }

    private static boolean leadsToAny(List<Step> steps, int deepest) {
        return deepest >= 0 && !steps.get(deepest).isUnique();
    }

    private static UnusableDocumentException damaged(TreeRows.Broken damage, int deepest) {
        boolean isBroken =
                switch (damage.what()) {
                    case CUT -> true;
                    case DAMAGE -> deepest > 0;
                    case FAILURE, ROW -> false;
                };
        return new UnusableDocumentException(
                isBroken ? Reason.DAMAGED_DOCUMENT : Reason.NOT_THIS_FORMAT,
                damage.expected(),
                damage.found());
    }

    private record TreeTable(TreeShape shape, Nodes.Opener opener, TreeRows rows) implements Table {

        private static final int FIRST_ROWS = 1000;

        @Override
        public Header header() {
            return new Header(shape.labels(), shape.width());
        }

        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public Rows firstRows() throws IOException {
            return TreeRows.open(shape, opener, FIRST_ROWS);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
