package eu.wattpeil.collect.printing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line says behind the title: the paper and the sides.
 *
 * <p>Lines of CUPS 1.3 and before end at the host; a line that was cut, or that has a format of its
 * own, ends within the title. So a word counts as paper only where it names a size: no word of a
 * title is ever taken for one.
 */
record Ending(@Nullable String paper, Sides sides) {

    static final Ending NOTHING = new Ending(null, Sides.UNKNOWN);

    /** Names of PWG 5101.1, and those of printer drivers (Adobe PPD 4.3, 5.15). */
    private static final Pattern PAPER_SIZE =
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

    /** Reads the rest of a line behind the host: title, paper and sides, each after a blank. */
    static Ending of(String rest) {
        int beforeSides = rest.lastIndexOf(' ');
        if (beforeSides < 0) {
            return NOTHING;
        }
        return Sides.of(rest.substring(beforeSides + 1))
                .map(sides -> new Ending(paper(rest.substring(0, beforeSides)), sides))
                .orElse(NOTHING);
    }

    /**
     * The size among the values behind the last blank: several are joined by commas, as in {@code
     * A4,Tray2}; there are none where the client described the paper by its dimensions.
     */
    private static @Nullable String paper(String titleAndMedia) {
        String media = titleAndMedia.substring(titleAndMedia.lastIndexOf(' ') + 1);
        for (String value : media.split(",")) {
            if (PAPER_SIZE.matcher(value).matches()) {
                return value;
            }
        }
        return null;
    }
}
