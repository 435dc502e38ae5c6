package eu.wattpeil.collect.metering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Fluvius says of a volume, from the surest to the least sure. */
enum VolumeStatus {
    MEASURED("measured"),
    UNVALIDATED("unvalidated"),
    ESTIMATED("estimated"),
    /** No consumption; mostly without a volume. */
    NONE(null),
    /** No data: the volume is not known. */
    UNKNOWN(null);

    private final @Nullable String quality;

    VolumeStatus(@Nullable String quality) {
        this.quality = quality;
    }

    /** The code of the store, or null where it has none. */
    @Nullable String quality() {
        return quality;
    }

    /**
     * The status of a word, or null. {@code Validated}, {@code Estimated}, {@code Unvalidated},
     * {@code Not validated} and {@code No data} were not seen in a file; they are what the Dutch
     * words mean.
     */
    static @Nullable VolumeStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "gevalideerd", "uitgelezen", "read", "validated" -> MEASURED;
            case "geschat", "estimated" -> ESTIMATED;
            case "ongevalideerd", "unvalidated", "not validated" -> UNVALIDATED;
            case "geen verbruik", "no consumption" -> NONE;
            case "geen gegevens", "no data" -> UNKNOWN;
            default -> null;
        };
    }

    /** The words, for messages. */
    static String words() {
        return "Gevalideerd, Uitgelezen, Read, Geschat, Ongevalideerd, Geen verbruik,"
                + " No consumption or Geen gegevens";
    }
}
