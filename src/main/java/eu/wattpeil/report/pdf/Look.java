package eu.wattpeil.report.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The look that paper shares with pages: colours of {@code design.css} by their names, and how it
 * draws charts. What it says of dark windows and of other media is left out.
 */
public final class Look {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*\\)");
    private static final String CHART = ".chart ";

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Map<String, String>> chart = new LinkedHashMap<>();

    /**
     * @param design text of {@code design.css}
     */
    public Look(String design) {
        Matcher rule = RULE.matcher(withoutMedia(COMMENT.matcher(design).replaceAll("")));
        while (rule.find()) {
            Map<String, String> declared = declarations(rule.group(2));
            for (String selector : rule.group(1).split(",")) {
                String name = selector.strip();
                if (name.equals(":root")) {
                    variables.putAll(declared);
                } else if (name.startsWith(CHART)) {
                    chart.computeIfAbsent(
                                    name.substring(CHART.length()), any -> new LinkedHashMap<>())
                            .putAll(declared);
                }
            }
        }
    }

    /** A style sheet with values in the place of names; a name that nobody gave stays. */
    public String resolved(String sheet) {
        return VARIABLE.matcher(sheet)
                .replaceAll(
                        name ->
                                Matcher.quoteReplacement(
                                        variables.getOrDefault(name.group(1), name.group())));
    }

    /** What holds for a shape of a chart: what its classes say before what its element says. */
    Map<String, String> shape(String element, String classes) {
        Map<String, String> shape = new HashMap<>(chart.getOrDefault(element, Map.of()));
        List<String> names = new ArrayList<>(List.of(classes.split(" ")));
        chart.forEach(
                (selector, declared) -> {
                    if (selector.startsWith(".") && names.contains(selector.substring(1))) {
                        shape.putAll(declared);
                    }
                });
        shape.replaceAll((property, value) -> resolved(value));
        return shape;
    }

    private static Map<String, String> declarations(String block) {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String line : block.split(";")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return declarations;
    }

    /** What stands outside of at-rules. */
    private static String withoutMedia(String css) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < css.length()) {
            if (css.charAt(at) == '@') {
                at = end(css, at);
            } else {
                kept.append(css.charAt(at));
                at++;
            }
        }
        return kept.toString();
    }

    /** Where an at-rule ends: behind its block, or its semicolon. */
    private static int end(String css, int start) {
        int depth = 0;
        for (int at = start; at < css.length(); at++) {
            char sign = css.charAt(at);
            if (sign == '{') {
                depth++;
            } else if (sign == '}') {
                depth--;
            }
            if (depth == 0 && (sign == '}' || sign == ';')) {
                return at + 1;
            }
        }
        return css.length();
    }
}
