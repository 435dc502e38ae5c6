package eu.wattpeil.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The tag and the name of what it says; the end of it where nothing stands between. */
    private static final Pattern BEGIN = Pattern.compile("(?m)^/(\\S+) /(\\S+) BDC\\n(EMC\\n)?");

    private static final String ARTIFACT = "Artifact";

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
            String content =
                    new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            byte[] settled =
                    BEGIN.matcher(content)
                            .replaceAll(begin -> Matcher.quoteReplacement(settled(begin, tags)))
                            .getBytes(StandardCharsets.ISO_8859_1);
            page.setContents(
                    new PDStream(
                            document, new ByteArrayInputStream(settled), COSName.FLATE_DECODE));
            resources.removeItem(COSName.PROPERTIES);
        }
    }

    private static String settled(MatchResult begin, COSDictionary tags) {
        boolean isEmpty = begin.group(3) != null;
        if (isEmpty && begin.group(1).equals(ARTIFACT)) {
            return "";
        }
        String said = written(tags.getCOSDictionary(COSName.getPDFName(begin.group(2))));
        return "/" + begin.group(1) + " " + said + "BDC\n" + (isEmpty ? begin.group(3) : "");
    }

    private static String written(COSDictionary said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new ContentStreamWriter(bytes).writeToken(said);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Each tag is new: the library would look for it among all others. */
    private static final class Tags extends COSDictionary {

        @Override
        public boolean containsValue(Object tag) {
            return false;
        }
    }
}
