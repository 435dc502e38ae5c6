package eu.wattpeil.report;

import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.workspace.OwnLook;
import eu.wattpeil.workspace.Shade;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the organisation's own colours and logo into the style sheets of pages and of paper. */
public final class OwnDesign {

    /** A logo is as high as two lines. */
    private static final double HEIGHT_REM = 2.5;

    private static final double HEIGHT_MM = 12;

    private static final String DARK = "@media (prefers-color-scheme: dark)";

    /** Colours of heat maps, and of the lighter parts of charts. */
    private static final Pattern SHADE = Pattern.compile("(--tone-\\d|--tint): *(#[0-9a-fA-F]{6})");

    private final OwnLook look;

    public OwnDesign(OwnLook look) {
        this.look = look;
    }

    /**
     * The same templates, of which the style sheets end with what the organisation has of its own.
     */
    public UnaryOperator<String> in(UnaryOperator<String> templates) {
        return name -> {
            String template = templates.apply(name);
            return template + addedTo(name, template);
        };
    }

    private String addedTo(String name, String template) {
        if (name.equals(HtmlForm.DESIGN)) {
            return colours(template) + look.logo().map(OwnDesign::logo).orElse("");
        }
        return name.equals(Forms.PRINT) ? look.logo().map(OwnDesign::printed).orElse("") : "";
    }

    private String colours(String design) {
        if (look.accent().isEmpty() && look.charts().isEmpty()) {
            return "";
        }
        String onLight =
                token("--accent", look.accent().map(OwnLook.Tones::light))
                        + charts(look.charts().map(OwnLook.Tones::light), light(design));
        String onDark =
                token("--accent", look.accent().map(OwnLook.Tones::dark))
                        + charts(look.charts().map(OwnLook.Tones::dark), dark(design));
        return ":root {"
                + onLight
                + " }\n@media screen and (prefers-color-scheme: dark) { :root {"
                + onDark
                + " } }\n";
    }

    /** The colour of charts, and its shades that are as light as those of the design. */
    private static String charts(Optional<String> colour, String tokens) {
        return token("--column", colour)
                + colour.map(
                                own ->
                                        SHADE.matcher(tokens)
                                                .results()
                                                .map(it -> shade(own, it))
                                                .collect(Collectors.joining()))
                        .orElse("");
    }

    private static String shade(String colour, MatchResult token) {
        return token(token.group(1), Optional.of(Shade.of(colour, token.group(2))));
    }

    private static String light(String design) {
        int media = design.indexOf("@media");
        return media < 0 ? design : design.substring(0, media);
    }

    private static String dark(String design) {
        int start = design.indexOf(DARK);
        if (start < 0) {
            return "";
        }
        int end = design.indexOf("@media", start + 1);
        return end < 0 ? design.substring(start) : design.substring(start, end);
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
