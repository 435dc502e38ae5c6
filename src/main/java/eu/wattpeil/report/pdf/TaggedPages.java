package eu.wattpeil.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Gives pages whose content has a tag for each piece of it: hundreds on a page. The library writes
 * what a tag says beside the content, under a name. Once pages are set it is written where it
 * holds, and backgrounds of which nothing is drawn, three of four tags, are left out.
 */
final class TaggedPages implements PageSupplier {

    /** A background of which nothing is drawn, or a tag and the name of what it says. */
    private static final Pattern TAG =
            Pattern.compile(
                    "^/Artifact /\\S+ BDC\\nEMC\\n|^/(\\S+) /(\\S+) BDC\\n", Pattern.MULTILINE);

    private static final Operator BEGIN =
            Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ);

    @Override
    public PDPage requestPage(
            PDDocument document, float width, float height, int page, int shadowPage) {
        PDPage made = new PDPage(new PDRectangle(width, height));
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.PROPERTIES, new Tags());
        made.setResources(resources);
        document.addPage(made);
        return made;
    }

    /** Writes the tags where they hold, and compresses the pages. */
    static void settle(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            COSDictionary resources = page.getResources().getCOSObject();
            COSDictionary tags = resources.getCOSDictionary(COSName.PROPERTIES);
            PDStream settled = new PDStream(document);
            try (OutputStream to = settled.createOutputStream(COSName.FLATE_DECODE)) {
                settle(page.getContents().readAllBytes(), tags, to);
            }
            page.setContents(settled);
            resources.removeItem(COSName.PROPERTIES);
        }
    }

    private static void settle(byte[] content, COSDictionary tags, OutputStream to)
            throws IOException {
        ContentStreamWriter writer = new ContentStreamWriter(to);
        Matcher tag = TAG.matcher(new String(content, StandardCharsets.ISO_8859_1));
        int from = 0;
        while (tag.find()) {
            to.write(content, from, tag.start() - from);
            if (tag.group(1) != null) {
                writer.writeToken(COSName.getPDFName(tag.group(1)));
                writer.writeToken(tags.getCOSDictionary(COSName.getPDFName(tag.group(2))));
                writer.writeToken(BEGIN);
            }
            from = tag.end();
        }
        to.write(content, from, content.length - from);
    }

    /** Each tag is new: the library would look for it among all others. */
    private static final class Tags extends COSDictionary {

        @Override
        public boolean containsValue(Object tag) {
            return false;
        }
    }
}
