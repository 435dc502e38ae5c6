package eu.wattpeil.report;

import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Sets the page of all figures. A browser runs its one script and uses its two styles by their
 * hashes: whatever else got into the page would do nothing.
 */
final class ExplorerHtml {

    /** The name of the page without its language. */
    static final String STEM = HtmlForm.EXPLORER;

    private static final String TEMPLATE = "explorer.html";
    private static final String LOOK = "explorer.css";
    private static final String SCRIPT = "explorer.js";

    /** What it is made of. */
    static final List<String> TEMPLATES = List.of(TEMPLATE, LOOK, SCRIPT, HtmlForm.DESIGN);

    private final HtmlTemplate html;
    private final String design;
    private final String look;
    private final String script;

    ExplorerHtml(UnaryOperator<String> templates) {
        html = new HtmlTemplate(templates);
        design = asBrowsersRead(templates.apply(HtmlForm.DESIGN));
        look = asBrowsersRead(templates.apply(LOOK));
        script = asBrowsersRead(templates.apply(SCRIPT));
    }

    /** The markup of the page. */
    String set(ExplorerPage page, Words words) {
        return html.set(
                TEMPLATE,
                words,
                Map.of("page", page, "design", design, "look", look, "script", script));
    }

    /** What the page allows: its own script and styles, and nothing from anywhere. */
    String policy() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src " + hash(script),
                "style-src " + hash(design) + " " + hash(look),
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'");
    }

    /** Browsers hash a text after they have read its lines, whatever ended them. */
    private static String asBrowsersRead(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
