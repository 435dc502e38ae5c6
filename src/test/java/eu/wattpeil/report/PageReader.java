package eu.wattpeil.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A browser that can be asked what a page shows, and to whom it does not. */
public final class PageReader implements AutoCloseable {

    private static final String ASK =
            resource("/axe.min.js") + ";\n" + resource("/browser/page.js");

    private final Chromium browser;

    private PageReader(Chromium browser) {
        this.browser = browser;
    }

    public static PageReader start() throws Exception {
        return new PageReader(Chromium.start());
    }

    /**
     * The rules of WCAG 2.2 AA and of good practice, as axe is asked for them.
     *
     * @param without names of rules that are left out
     */
    public static String rules(String... without) {
        StringBuilder rules = new StringBuilder("'target-size': {enabled: true}");
        for (String rule : without) {
            rules.append(", '").append(rule).append("': {enabled: false}");
        }
        return "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                + " 'best-practice'], rules: {"
                + rules
                + "}}";
    }

    public Chromium browser() {
        return browser;
    }

    void open(Path page) throws Exception {
        browser.open(page);
        browser.evaluate(ASK);
    }

    public void open(URI address) throws Exception {
        browser.open(address);
        browser.evaluate(ASK);
    }

    /** The same at a place in it. */
    void open(Path page, String place) throws Exception {
        browser.open(page, place);
        browser.evaluate(ASK);
    }

    /** The texts of all elements that a selector finds. */
    public List<String> said(String selector) throws Exception {
        return strings("page.say('" + selector + "')");
    }

    /** What an expression gives: a list of texts. */
    public List<String> strings(String expression) throws Exception {
        List<String> strings = new ArrayList<>();
        for (JsonNode string : browser.evaluate(expression)) {
            strings.add(string.asString());
        }
        return strings;
    }

    private static String resource(String name) {
        try (InputStream in = PageReader.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws Exception {
        browser.close();
    }
}
