package eu.wattpeil.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

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
    private final int weight;

    private Typeface(byte[] file, int weight) {
        this.weight = weight;
        try {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // A sign for "fi" is neither found by who searches a file, nor read aloud rightly.
            font.setEnableGsub(false);
            letters = font.getUnicodeCmapLookup();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Typeface normal() {
        return new Typeface(NORMAL_FILE, NORMAL_WEIGHT);
    }

    static Typeface bold() {
        return new Typeface(BOLD_FILE, BOLD_WEIGHT);
    }

    TrueTypeFont font() {
        return font;
    }

    /** Makes it known to the setter of a document. */
    void use(PdfRendererBuilder builder, PDDocument document) {
        PDFontSupplier supplier =
                new PDFontSupplier(null) {
                    @Override
                    public PDFont supply() {
                        return of(document);
                    }
                };
        builder.useFont(supplier, FAMILY, weight, FontStyle.NORMAL, true);
    }

    private PDFont of(PDDocument document) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
