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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;

/**
 * Sets markup as PDFs: tagged (PDF/UA-1), to be archived (PDF/A-3a), with files inside. Nothing is
 * fetched, no font of the machine is used, and the same markup gives the same bytes. Threads may
 * share it.
 */
public final class Press {

    static {
        FontMappers.set(new OwnFonts(Typeface.normal().font()));
        XRLog.setLoggingEnabled(false);
    }

    /** How the address of a picture begins that is in the markup itself. */
    private static final String OWN_PICTURE = "data:image/";

    private final Look look;

    /** Those that no document is set with now: a thread has one to itself while it sets one. */
    private final Queue<Type> cases = new ConcurrentLinkedQueue<>();

    private record Type(Typeface normal, Typeface bold) {

        static Type read() {
            return new Type(Typeface.normal(), Typeface.bold());
        }
    }

    /**
     * @param look how charts are drawn
     */
    public Press(Look look) {
        this.look = look;
    }

    /**
     * A file of markup.
     *
     * @param markup XHTML with all its styles
     */
    public PdfFile set(Document markup, Identity identity, List<Attachment> attachments) {
        Type idle = cases.poll();
        Type type = idle == null ? Type.read() : idle;
        PdfFile file = set(markup, identity, attachments, type);
        cases.add(type);
        return file;
    }

    private PdfFile set(
            Document markup, Identity identity, List<Attachment> attachments, Type type) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer =
                        builder(markup, identity, type, document).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            TaggedPages.settle(document);
            Finish.of(document, identity).finish(attachments);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new PdfFile(bytes.toByteArray(), document.getNumberOfPages());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PdfRendererBuilder builder(
            Document markup, Identity identity, Type type, PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePageSupplier(new TaggedPages());
        // All that it does is to leave pages as text, which is read once more.
        builder.testMode(true);
        builder.withW3cDocument(markup, "");
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new ChartSetter(new ChartDrawing(look, type.normal(), type.bold())));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        // Java's own rules break a line within a number that has a sign.
        builder.useUnicodeLineBreaker(
                new ICUBreakers.ICULineBreaker(Locale.forLanguageTag(identity.language())));
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useReplacementText(Signs.REPLACEMENT);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, kind) -> address.startsWith(OWN_PICTURE), when);
        }
        type.normal().use(builder, document);
        type.bold().use(builder, document);
        return builder;
    }
}
