package eu.wattpeil.collect.nem12;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of the values of a stretch of intervals. */
enum DataQuality {
    /** Read from the meter. */
    ACTUAL("measured"),
    /** Put in place of what was not read: estimated, or substituted for now or for good. */
    SUBSTITUTED("estimated"),
    /** There are no values. */
    NULL(null),
    /** Stretches of the day differ; records 400 tell them. */
    VARIABLE(null);

    /** A flag, and the number of the method that values were made by. */
    private static final Pattern FLAG_AND_METHOD = Pattern.compile("[AEFNSV]\\d{0,2}");

    private static final Map<Character, DataQuality> FLAGS =
            Map.of(
                    'A', ACTUAL,
                    'E', SUBSTITUTED,
                    'F', SUBSTITUTED,
                    'S', SUBSTITUTED,
                    'N', NULL,
                    'V', VARIABLE);

    private final @Nullable String quality;

    DataQuality(@Nullable String quality) {
        this.quality = quality;
    }

    /** The code of the store, or null where it has none. */
    @Nullable String quality() {
        return quality;
    }

    /** The quality of a {@code QualityMethod} such as {@code A} or {@code S53}, or null. */
    static @Nullable DataQuality of(String text) {
        return FLAG_AND_METHOD.matcher(text).matches() ? FLAGS.get(text.charAt(0)) : null;
    }
}
