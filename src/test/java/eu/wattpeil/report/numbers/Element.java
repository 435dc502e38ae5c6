package eu.wattpeil.report.numbers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unbescape.html.HtmlEscape;

/**
 * An element of a page, with what is in it: elements and texts, in order.
 *
 * @param children elements and strings
 */
record Element(String name, Map<String, String> attributes, List<Object> children) {

    private static final Set<String> VOID =
            Set.of("meta", "link", "br", "hr", "img", "input", "col", "wbr", "!doctype");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?s)<!--.*?-->|<style[^>]*>.*?</style>|<(/?)([!\\w]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
                            + "|[^<]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("([-\\w:]+)=\"([^\"]*)\"");

    /** Reads a page of ours, whose elements are all closed. */
    static Element read(String html) {
        Element root = new Element("", Map.of(), new ArrayList<>());
        Deque<Element> open = new ArrayDeque<>(List.of(root));
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            String name = token.group(2);
            if (name == null) {
                if (!token.group().startsWith("<")) {
                    open.element().children().add(HtmlEscape.unescapeHtml(token.group()));
                }
            } else if (!token.group(1).isEmpty()) {
                open.pop();
            } else {
                Element element = new Element(name, attributes(token.group(3)), new ArrayList<>());
                open.element().children().add(element);
                if (!VOID.contains(name) && !token.group(3).endsWith("/")) {
                    open.push(element);
                }
            }
        }
        return root;
    }

    private static Map<String, String> attributes(String markup) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(markup);
        while (matcher.find()) {
            attributes.put(matcher.group(1), HtmlEscape.unescapeHtml(matcher.group(2)));
        }
        return attributes;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    boolean isOf(String style) {
        return List.of(attribute("class").split(" ")).contains(style);
    }

    /** All elements in it, itself first. */
    Stream<Element> all() {
        return Stream.concat(
                Stream.of(this),
                children.stream()
                        .filter(Element.class::isInstance)
                        .flatMap(it -> ((Element) it).all()));
    }

    Stream<Element> all(Predicate<Element> isMeant) {
        return all().filter(isMeant);
    }

    Optional<Element> first(Predicate<Element> isMeant) {
        return all(isMeant).findFirst();
    }

    List<Element> named(String tag) {
        return all(it -> it.name().equals(tag)).toList();
    }

    /** All text in it. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Object child : children) {
            text.append(child instanceof Element inner ? inner.text() : child);
        }
        return text.toString();
    }
}
