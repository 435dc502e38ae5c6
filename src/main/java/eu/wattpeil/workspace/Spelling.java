package eu.wattpeil.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what was probably meant, for the messages. */
public final class Spelling {

    private static final int MAX_LISTED = 12;

    /** Characters above which nobody means a word. */
    private static final int LONGEST = 100;

    /** Words above which each mistake would take long to compare with all of them. */
    private static final int MOST_KNOWN = 2_000;

    private Spelling() {}

    /**
     * {@code , did you mean "format"?} where a known word is near, else {@code , expected one of
     * …}.
     */
    public static String hint(String found, Collection<String> known) {
        return nearest(found, known).map(Spelling::meant).orElseGet(() -> listed(known));
    }

    /** The known word that is a slip of the pen away. */
    static Optional<String> nearest(String found, Collection<String> known) {
        if (found.length() > LONGEST || known.size() > MOST_KNOWN) {
            return Optional.empty();
        }
        int most = Math.max(1, found.length() / 3);
        // As many edits as the lengths differ by are needed at least.
        return known.stream()
                .filter(word -> isSlip(found, Math.abs(found.length() - word.length())))
                .map(word -> new Near(word, distance(found, word, most)))
                .filter(near -> isSlip(found, near.edits()))
                .min(Comparator.comparingInt(Near::edits).thenComparing(Near::word))
                .map(Near::word);
    }

    /** A known word, and how many edits away it is. */
    private record Near(String word, int edits) {}

    /** Of a word of one letter, nothing is left after one edit. */
    private static boolean isSlip(String found, int edits) {
        return edits <= Math.max(1, found.length() / 3) && edits < found.length();
    }

    static String meant(String word) {
        return ", did you mean \"" + word + "\"?";
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return ", expected nothing here";
        }
        String words = known.stream().sorted().limit(MAX_LISTED).collect(Collectors.joining(", "));
        String rest =
                known.size() > MAX_LISTED ? " or " + (known.size() - MAX_LISTED) + " others" : "";
        return ", expected one of " + words + rest;
    }

    /**
     * Edits (insert, delete, replace, swap of neighbours) from one word to the other; anything
     * above {@code most} where it takes more.
     */
    private static int distance(String from, String to, int most) {
        int[][] rows = new int[3][to.length() + 1];
        int leastBefore = 0;
        for (int i = 0; i <= from.length(); i++) {
            int[] row = rows[i % 3];
            int[] last = rows[(i + 2) % 3];
            int[] beforeLast = rows[(i + 1) % 3];
            int least = Integer.MAX_VALUE;
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
                    if (i > 1
                            && j > 1
                            && from.charAt(i - 1) == to.charAt(j - 2)
                            && from.charAt(i - 2) == to.charAt(j - 1)) {
                        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                    }
                }
                least = Math.min(least, row[j]);
            }
            if (least > most && leastBefore > most) {
                return least;
            }
            leastBefore = least;
        }
        return rows[from.length() % 3][to.length()];
    }
}
