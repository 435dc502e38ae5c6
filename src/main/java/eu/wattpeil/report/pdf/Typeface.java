package eu.wattpeil.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typeface of a PDF, DejaVu Sans Condensed: its files come with the program, and no font of the
 * machine is used. Outlines of letters are read from them without the desktop toolkit, which would
 * ask the machine for fonts.
 */
final class Typeface {

    static final String FAMILY = "DejaVu";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    private static final byte[] NORMAL_FILE = bytes("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD_FILE = bytes("DejaVuSansCondensed-Bold.ttf");

    private final TrueTypeFont font;
    private final CmapLookup letters;

    private Typeface(byte[] file) {
        try {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters = font.getUnicodeCmapLookup();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Typeface normal() {
        return new Typeface(NORMAL_FILE);
    }

    static Typeface bold() {
        return new Typeface(BOLD_FILE);
    }

    TrueTypeFont font() {
        return font;
    }

    /** Makes its weights known to the setter. */
    static void use(PdfRendererBuilder builder) {
        builder.useFont(
                () -> new ByteArrayInputStream(NORMAL_FILE),
                FAMILY,
                NORMAL_WEIGHT,
                FontStyle.NORMAL,
                true);
        builder.useFont(
                () -> new ByteArrayInputStream(BOLD_FILE),
                FAMILY,
                BOLD_WEIGHT,
                FontStyle.NORMAL,
                true);
    }

    /** The outline of a text on a baseline that begins at zero; a sign that is lacking is a box. */
    Path2D outline(String text, double size) {
        try {
            double scale = size / font.getUnitsPerEm();
            Path2D outline = new Path2D.Double();
            double x = 0;
            for (int letter : text.codePoints().toArray()) {
                int glyph = letters.getGlyphId(letter);
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
                    outline.append(data.getPath().getPathIterator(place), false);
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
            return outline;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The width of a text. */
    double width(String text, double size) {
        try {
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(letters.getGlyphId(letter));
            }
            return width * size / font.getUnitsPerEm();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = Typeface.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find " + FOLDER + file);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
