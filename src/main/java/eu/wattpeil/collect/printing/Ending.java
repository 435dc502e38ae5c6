package eu.wattpeil.collect.printing;

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
        return size(titleAndMedia.substring(titleAndMedia.lastIndexOf(' ') + 1));
    }

    /** The size among the values of {@code media}; null where there is none. */
    static @Nullable String size(String media) {
        for (String value : media.split(",")) {
            if (PaperName.isSize(value)) {
                return value;
            }
        }
        return null;
    }
}
