package eu.wattpeil.collect.metering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which way energy goes through a connection. Each is a meter of its own in the store: they are
 * never added up here.
 */
enum Flow {
    /** Taken from the grid: this is the meter that people mean by the EAN. */
    OFFTAKE(""),
    INJECTION("-injection"),
    PRODUCTION("-production"),
    /** What an installation of production uses itself; apart, or it would count twice. */
    AUXILIARY("-auxiliary"),
    /** What was taken less what was returned. */
    NET("-net"),
    /** What was taken and what was returned, added up by the meter. */
    TOTAL("-total");

    private final String keySuffix;

    Flow(String keySuffix) {
        this.keySuffix = keySuffix;
    }

    /** The meter key of this flow of a connection. */
    String meterKey(String ean) {
        return ean + keySuffix;
    }

    static @Nullable Flow of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "afname", "offtake" -> OFFTAKE;
            case "injectie", "injection" -> INJECTION;
            case "productie", "production" -> PRODUCTION;
            case "hulpverbruik", "auxiliary consumption" -> AUXILIARY;
            default -> null;
        };
    }
}
