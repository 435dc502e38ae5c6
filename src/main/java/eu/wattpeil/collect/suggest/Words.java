package eu.wattpeil.collect.suggest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Header texts, as far as what they mean is the same in any spelling. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9%]+");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private Words() {}

    /** In lower case, without accents and signs, words parted by single blanks. */
    static String plain(String text) {
        String apart = HUMP.matcher(text).replaceAll(" ");
        String bare =
                MARKS.matcher(Normalizer.normalize(apart, Normalizer.Form.NFD)).replaceAll("");
        String lower =
                bare.toLowerCase(Locale.ROOT)
                        .replace("³", "3")
                        .replace("ß", "ss")
                        .replace("ł", "l");
        return SIGNS.matcher(lower).replaceAll(" ").strip();
    }

    /**
     * Finds one of the words, parted by {@code |}, in a plain text; a number may follow. Without
     * words nothing is found.
     */
    static Pattern any(String words) {
        if (words.isEmpty()) {
            return NOTHING;
        }
        return Pattern.compile("(^| )(" + words + ")\\d{0,2}( |$)");
    }

    /** Whether a header has one of the words. */
    static boolean has(String header, Pattern words) {
        return words.matcher(plain(header)).find();
    }
}
