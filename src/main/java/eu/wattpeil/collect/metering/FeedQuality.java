package eu.wattpeil.collect.metering;

import org.jspecify.annotations.Nullable;

/** What ESPI says of a reading (QualityOfReading), from the surest to the least sure. */
enum FeedQuality {
    MEASURED("measured"),
    UNVALIDATED("unvalidated"),
    ESTIMATED("estimated");

    private final String code;

    FeedQuality(String code) {
        this.code = code;
    }

    /** The code of the store. */
    String code() {
        return code;
    }

    /** The least sure of several codes with blanks between; null where none tells anything. */
    static @Nullable FeedQuality of(String codes) {
        FeedQuality least = null;
        for (String each : codes.split(" ")) {
            FeedQuality quality = ofCode(each);
            if (quality != null && (least == null || quality.compareTo(least) > 0)) {
                least = quality;
            }
        }
        return least;
    }

    private static @Nullable FeedQuality ofCode(String code) {
        return switch (code) {
            // Valid, validated, verified, of revenue quality.
            case "0", "17", "18", "19" -> MEASURED;
            // Questionable, mixed, raw.
            case "10", "13", "14" -> UNVALIDATED;
            // Edited by hand, estimated in two ways, derived, projected, corrected for weather.
            case "7", "8", "9", "11", "12", "15" -> ESTIMATED;
            default -> null;
        };
    }
}
