package eu.wattpeil.collect.tree;

import org.unbescape.html.HtmlEscape;

/** Texts that a web interface gives as they would stand in a page. */
final class HtmlText {

    private HtmlText() {}

    /** What a browser would show; blanks that keep words together are blanks. */
    static String plain(String text) {
        return text.indexOf('&') < 0 ? text : HtmlEscape.unescapeHtml(text).replace('\u00A0', ' ');
    }
}
