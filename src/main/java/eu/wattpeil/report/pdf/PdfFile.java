package eu.wattpeil.report.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;

/**
 * Sets markup as a PDF: tagged (PDF/UA-1), to be archived (PDF/A-3a), with files inside. Nothing is
 * fetched, no font of the machine is used, and the same markup gives the same bytes.
 */
public final class PdfFile {

    static {
        FontMappers.set(new OwnFonts(Typeface.normal().font()));
        XRLog.setLoggingEnabled(false);
    }

    /** How the address of a picture begins that is in the markup itself. */
    private static final String OWN_PICTURE = "data:image/";

    private final byte[] bytes;
    private final int pages;

    private PdfFile(byte[] bytes, int pages) {
        this.bytes = bytes;
        this.pages = pages;
    }

    /**
     * @param markup XHTML with all its styles
     * @param look how its charts are drawn
     */
    public static PdfFile of(
            Document markup, Look look, Identity identity, List<Attachment> attachments) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(markup, "");
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new ChartSetter(look));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        // Java's own rules break a line within a number that has a sign.
        builder.useUnicodeLineBreaker(
                new ICUBreakers.ICULineBreaker(Locale.forLanguageTag(identity.language())));
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useReplacementText(Signs.REPLACEMENT);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith(OWN_PICTURE), when);
        }
        Typeface.use(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            Finish.of(document, identity).finish(attachments);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new PdfFile(bytes.toByteArray(), document.getNumberOfPages());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** How many pages it has. */
    public int pages() {
        return pages;
    }
}
