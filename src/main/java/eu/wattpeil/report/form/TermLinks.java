package eu.wattpeil.report.form;

import eu.wattpeil.report.page.ReportPage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unbescape.html.HtmlEscape;

/**
 * Links words of the field to their meaning, where a topic uses them first: a topic is shown
 * without the others.
 */
public final class TermLinks {

    /** A word that no word is part of. */
    private static final String START = "(?<![\\p{L}\\p{N}-])";

    private static final String END = "(?![\\p{L}\\p{N}-])";

    private final Map<String, ReportPage.Term> terms = new HashMap<>();
    private final Pattern words;
    private final Map<String, Set<String>> used = new HashMap<>();

    TermLinks(List<ReportPage.Term> all) {
        all.forEach(term -> terms.put(term.word(), term));
        // The longest first: a word may begin another one.
        words =
                Pattern.compile(
                        all.stream()
                                .map(ReportPage.Term::word)
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", START + "(?:", ")" + END)));
    }

    /**
     * The text as markup.
     *
     * @param topic in which it stands
     */
    public String linked(String topic, String text) {
        if (terms.isEmpty()) {
            return HtmlEscape.escapeHtml4Xml(text);
        }
        Set<String> known = used.computeIfAbsent(topic, it -> new HashSet<>());
        StringBuilder markup = new StringBuilder();
        Matcher found = words.matcher(text);
        int end = 0;
        while (found.find()) {
            ReportPage.Term term = Objects.requireNonNull(terms.get(found.group()));
            if (known.add(term.id())) {
                markup.append(HtmlEscape.escapeHtml4Xml(text.substring(end, found.start())))
                        .append(link(term));
                end = found.end();
            }
        }
        return markup.append(HtmlEscape.escapeHtml4Xml(text.substring(end))).toString();
    }

    private static String link(ReportPage.Term term) {
        return "<a class=\"term\" href=\"#"
                + HtmlEscape.escapeHtml4Xml(term.id())
                + "\" title=\""
                + HtmlEscape.escapeHtml4Xml(term.meaning())
                + "\">"
                + HtmlEscape.escapeHtml4Xml(term.word())
                + "</a>";
    }
}
