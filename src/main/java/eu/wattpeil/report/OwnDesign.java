package eu.wattpeil.report;

import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.workspace.OwnLook;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts the organisation's own colours and logo into the style sheets of pages and of paper. */
public final class OwnDesign {

    /** A logo is as high as two lines. */
    private static final double HEIGHT_REM = 2.5;

    private static final double HEIGHT_MM = 12;

    private final OwnLook look;

    public OwnDesign(OwnLook look) {
        this.look = look;
    }

    /**
     * The same templates, of which the style sheets end with what the organisation has of its own.
     */
    public UnaryOperator<String> in(UnaryOperator<String> templates) {
        return name -> templates.apply(name) + addedTo(name);
    }

    private String addedTo(String name) {
        if (name.equals(HtmlForm.DESIGN)) {
            return colours() + look.logo().map(OwnDesign::logo).orElse("");
        }
        return name.equals(Forms.PRINT) ? look.logo().map(OwnDesign::printed).orElse("") : "";
    }

    private String colours() {
        if (look.accent().isEmpty() && look.charts().isEmpty()) {
            return "";
        }
        String light =
                token("--accent", look.accent().map(OwnLook.Tones::light))
                        + token("--column", look.charts().map(OwnLook.Tones::light));
        String dark =
                token("--accent", look.accent().map(OwnLook.Tones::dark))
                        + token("--column", look.charts().map(OwnLook.Tones::dark));
        return ":root {"
                + light
                + " }\n@media (prefers-color-scheme: dark) { :root {"
                + dark
                + " } }\n";
    }

    private static String token(String name, Optional<String> colour) {
        return colour.map(it -> " " + name + ": " + it + ";").orElse("");
    }

    /** The name stands below it, so nobody who does not see it misses anything. */
    private static String logo(OwnLook.Logo logo) {
        return ".eyebrow::before {"
                + box(logo, HEIGHT_REM, "rem")
                + " max-width: 100%; margin-bottom: .5rem; }\n"
                + "@media (prefers-color-scheme: dark) { .eyebrow::before {"
                + " background-color: #fff; outline: .25rem solid #fff; } }\n";
    }

    private static String printed(OwnLook.Logo logo) {
        return ".eyebrow:before {" + box(logo, HEIGHT_MM, "mm") + " margin-bottom: 2mm; }\n";
    }

    private static String box(OwnLook.Logo logo, double height, String unit) {
        double width = Math.round(height * logo.width() / logo.height() * 100) / 100.0;
        return " content: \"\"; display: block; width: "
                + width
                + unit
                + "; height: "
                + height
                + unit
                + "; background: url("
                + logo.address()
                + ") no-repeat; background-size: contain;";
    }
}
