package eu.wattpeil.report;

import eu.wattpeil.report.page.ReportPage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much there is to read on the first page: the text above its lists, that is the headline, the
 * counts of verdicts with their words, and the brief with its heads. The lists below it are rows to
 * look something up in: changes, measures, what is missing, and the goals with their figures.
 */
public final class FirstPage {

    /** As many words as may be there. */
    public static final int MOST_WORDS = 150;

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[\u00a0\u202f](?=\\d)");

    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f]+");

    private FirstPage() {}

    /** Counts its words: what spaces part and has a letter or a digit; a number is one word. */
    public static long words(String html) {
        int begin = html.indexOf("<section class=\"page\" id=\"front\"");
        String front = html.substring(begin, html.indexOf("<div class=\"front\">", begin));
        return words(ReadableText.of(front).stream());
    }

    /** The same of what is written before it is laid out. */
    static long words(ReportPage.Front front) {
        return words(
                Stream.of(
                                Stream.of(front.headline()),
                                front.counts().stream()
                                        .map(it -> it.number() + " " + it.verdict().word()),
                                front.brief().stream().map(it -> it.head() + " " + it.text()))
                        .flatMap(lines -> lines));
    }

    private static long words(Stream<String> lines) {
        return lines.map(line -> THOUSANDS.matcher(line).replaceAll(""))
                .flatMap(SPACES::splitAsStream)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
