package eu.wattpeil.report.page;

import java.util.regex.Pattern;

/** Counts the words of a text as a reader does. */
final class WordCount {

    /** A word is what spaces part and has a letter or a digit: a dash or a shape is none. */
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\u00a0\\u202f]*[\\p{L}\\p{N}][^\\s\\u00a0\\u202f]*");

    /** Spaces within a number part its thousands, not words. */
    private static final Pattern WITHIN_A_NUMBER =
            Pattern.compile("(?<=\\p{N})[\\u00a0\\u202f](?=\\p{N})");

    private WordCount() {}

    /** The number of words. */
    static int of(String text) {
        return (int) WORD.matcher(WITHIN_A_NUMBER.matcher(text).replaceAll("")).results().count();
    }
}
