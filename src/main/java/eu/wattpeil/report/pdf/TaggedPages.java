package eu.wattpeil.report.pdf;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
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
     * would look through all of them each time. Of those of backgrounds, three of four tags of a
     * page, one is enough for each place. They stand in their page: as objects of their own they
     * would be most of a file.
     */
    private static final class Tags extends COSDictionary {

        private static final COSName BACKGROUND = COSName.getPDFName("Background");

        private final Map<Object, COSName> keys = new IdentityHashMap<>();
        private final Map<List<? extends COSBase>, COSName> backgrounds = new HashMap<>();

        @Override
        public void setItem(COSName key, COSBase tag) {
            super.setItem(key, tag);
            tag.setDirect(true);
            keys.put(tag, key);
            placeOfBackground(tag).ifPresent(place -> backgrounds.put(place, key));
        }

        @Override
        public boolean containsValue(Object tag) {
            return getKeyForValue(tag) != null;
        }

        @Override
        public @Nullable COSName getKeyForValue(Object tag) {
            COSName same = keys.get(tag);
            return same != null ? same : placeOfBackground(tag).map(backgrounds::get).orElse(null);
        }

        /** Where that is which a tag calls a background, and says nothing else of. */
        private static Optional<List<? extends COSBase>> placeOfBackground(Object tag) {
            return tag instanceof COSDictionary said
                            && said.size() == 2
                            && BACKGROUND.equals(said.getItem(COSName.TYPE))
                            && said.getItem(COSName.BBOX) instanceof COSArray place
                    ? Optional.of(place.toList())
                    : Optional.empty();
        }
    }
}
