package eu.wattpeil.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Gives pages whose text has a tag for each piece of it: hundreds on a page. */
final class TaggedPages implements PageSupplier {

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

    /**
     * The tags of a page. Before one is added, the library asks whether it is there already, and
     * would look through all of them each time.
     */
    private static final class Tags extends COSDictionary {

        private final Map<Object, COSName> keys = new IdentityHashMap<>();

        @Override
        public void setItem(COSName key, COSBase tag) {
            super.setItem(key, tag);
            keys.put(tag, key);
        }

        @Override
        public boolean containsValue(Object tag) {
            return keys.containsKey(tag);
        }

        @Override
        public @Nullable COSName getKeyForValue(Object tag) {
            return keys.get(tag);
        }
    }
}
