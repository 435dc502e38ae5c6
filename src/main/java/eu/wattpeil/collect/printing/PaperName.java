package eu.wattpeil.collect.printing;

import java.util.regex.Pattern;

/** The names of paper sizes: of PWG 5101.1, and those of printer drivers (Adobe PPD 4.3, 5.15). */
public final class PaperName {

    private static final Pattern SIZE =
            Pattern.compile(
                    "(?i)(?:"
                            + "[a-z]+_[a-z0-9.-]+_[0-9.]+x[0-9.]+(?:mm|in)"
                            + "|(?:iso-?|jis-?|env|s?r)?[abc]\\d{1,2}"
                            + "|(?:na-)?(?:letter|legal|ledger|tabloid|executive|statement|folio"
                            + "|quarto|postcard|oficio|foolscap)"
                            + "|env(?:dl|monarch|\\d{1,2})"
                            + "|w\\d+h\\d+"
                            + "|(?:custom\\.)?[0-9.]+x[0-9.]+(?:mm|cm|in|ft|m|pt)?"
                            + ")(?:small|plus|extra|rotated|wide|jis)?(?:[._][a-z._]+)?");

    private PaperName() {}

    /** Whether the text names a size, so that no word of a title is taken for one. */
    public static boolean isSize(String text) {
        return SIZE.matcher(text).matches();
    }
}
