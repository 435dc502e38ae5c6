package eu.wattpeil.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of ours as a reader has it, a line for each paragraph, row or item: headings begin with #,
 * items with -, cells are parted by |, and of a chart stands what it is called. What can be folded
 * away is indented.
 */
public final class ReadableText {

    /** What a line that can be folded away begins with. */
    public static final String FOLDED = "  ";

    private static final Pattern UNSEEN =
            Pattern.compile("(?s)<head>.*?</head>|<style.*?</style>|<!.*?>");
    private static final Pattern CHART = Pattern.compile("(?s)<svg([^>]*)>.*?</svg>");
    private static final Pattern CALLED = Pattern.compile("aria-label=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("<(/?)(\\w+)[^>]*>|[^<]+");
    private static final Pattern REFERENCE = Pattern.compile("&(#\\d+|\\w+);");
    private static final Map<String, String> CHARACTERS =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00a0");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p", "h1", "h2", "h3", "h4", "li", "ul", "ol", "tr", "dl", "dt", "table",
                    "caption", "summary", "details", "div", "section", "article", "header", "nav",
                    "main", "footer", "body", "figure");

    /** Mostly columns of their own to the eye. */
    private static final Set<String> INLINE = Set.of("span", "strong", "i", "a");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private String mark = "";
    private String indent = "";

    private ReadableText() {}

    /** The lines of a page. */
    public static List<String> of(String html) {
        ReadableText text = new ReadableText();
        Matcher token = TOKEN.matcher(withoutPictures(UNSEEN.matcher(html).replaceAll("")));
        while (token.find()) {
            if (token.group(2) == null) {
                text.line.append(characters(token.group()));
            } else {
                text.tag(token.group(2), !token.group(1).isEmpty());
            }
        }
        text.end();
        return text.lines;
    }

    private void tag(String name, boolean isEnd) {
        if (name.equals("dt") && isEnd) {
            line.append(": ");
        } else if ((name.equals("td") || name.equals("th")) && !isEnd && !line.isEmpty()) {
            line.append(" | ");
        } else if (INLINE.contains(name) && !isEnd || name.equals("i")) {
            line.append(' ');
        } else if (name.equals("dd") ? isEnd : BLOCKS.contains(name)) {
            end();
            if (!isEnd) {
                mark(name);
            } else if (name.equals("summary")) {
                indent += FOLDED;
            } else if (name.equals("details")) {
                indent = indent.substring(FOLDED.length());
            }
        }
    }

    private void mark(String name) {
        if (name.matches("h\\d")) {
            mark = "#".repeat(name.charAt(1) - '0') + " ";
        } else if (name.equals("li")) {
            mark = "- ";
        }
    }

    private void end() {
        String said =
                line.toString().replaceAll("[ \\n\\t]+", " ").replace(" \u00a0", "\u00a0").strip();
        line.setLength(0);
        if (!said.isEmpty()) {
            lines.add(indent + mark + said);
            mark = "";
        }
    }

    private static String withoutPictures(String html) {
        return CHART.matcher(html)
                .replaceAll(
                        svg -> {
                            Matcher called = CALLED.matcher(svg.group(1));
                            return Matcher.quoteReplacement(
                                    called.find() ? "<p>[" + called.group(1) + "]</p>" : "");
                        });
    }

    private static String characters(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        it ->
                                Matcher.quoteReplacement(
                                        it.group(1).startsWith("#")
                                                ? Character.toString(
                                                        Integer.parseInt(it.group(1).substring(1)))
                                                : CHARACTERS.getOrDefault(
                                                        it.group(1), it.group())));
    }
}
