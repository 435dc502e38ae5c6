package eu.wattpeil.kpi.explain;

import eu.wattpeil.store.LedgerRow;
import java.util.BitSet;
import java.util.Optional;

/**
 * A document behind a figure.
 *
 * @param name path in the workspace
 * @param batch order of arrival
 * @param rejects rows of it that could not be used, for whatever figure
 * @param lines those of it that count; empty where that would tell of few people
 */
public record DocumentLines(
        String documentId,
        String definition,
        String name,
        long batch,
        String sha256,
        long rejects,
        Optional<Lines> lines) {

    /** Lines of a document. */
    public static final class Lines {

        private final BitSet counted = new BitSet();
        private final BitSet superseded = new BitSet();

        void add(long line, boolean isSuperseded) {
            (isSuperseded ? superseded : counted).set(Math.toIntExact(line));
        }

        /** How many have rows that count. */
        public long count() {
            return counted.cardinality();
        }

        /** The first that counts; empty where none does. */
        public Optional<Integer> first() {
            return Optional.of(counted.nextSetBit(0)).filter(line -> line >= 0);
        }

        /** The last that counts; empty where none does. */
        public Optional<Integer> last() {
            return Optional.of(counted.length() - 1).filter(line -> line >= 0);
        }

        /** How many only have rows in whose place those of another document count. */
        public long superseded() {
            BitSet others = (BitSet) superseded.clone();
            others.andNot(counted);
            return others.cardinality();
        }

        private Lines and(Lines other) {
            Lines both = new Lines();
            both.counted.or(counted);
            both.counted.or(other.counted);
            both.superseded.or(superseded);
            both.superseded.or(other.superseded);
            return both;
        }
    }

    /** The same with the lines that count in another month. */
    DocumentLines and(DocumentLines other) {
        return of(lines.flatMap(mine -> other.lines.map(mine::and)));
    }

    private DocumentLines of(Optional<Lines> others) {
        return new DocumentLines(documentId, definition, name, batch, sha256, rejects, others);
    }

    static DocumentLines of(LedgerRow document, Optional<Lines> lines) {
        return new DocumentLines(
                document.documentId(),
                document.definition(),
                document.name(),
                document.batch(),
                document.sha256(),
                document.rejects(),
                lines);
    }
}
