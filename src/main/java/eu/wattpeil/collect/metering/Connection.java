package eu.wattpeil.collect.metering;

import eu.wattpeil.store.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection to the grid, by its EAN, with what must be remembered of its rows. */
final class Connection {

    private static final int EAN_DIGITS = 18;

    private final String key;
    private final @Nullable Text[] meterKeys = new Text[Flow.values().length];
    private final Map<Text, Connection> subMeters = new HashMap<>();

    private Connection(String key) {
        this.key = key;
    }

    /**
     * The connection of an EAN of 18 digits, or null. Where a spreadsheet took the quotes from
     * {@code ="541…"}, an equals sign remains.
     */
    static @Nullable Connection of(String text) {
        String ean = text.startsWith("=") ? text.substring(1) : text;
        boolean isEan =
                ean.length() == EAN_DIGITS && ean.chars().allMatch(c -> c >= '0' && c <= '9');
        return isEan ? new Connection(ean) : null;
    }

    /** The meter behind this connection that has a description of its own. */
    Connection subMeter(Text description) {
        return subMeters.computeIfAbsent(description, text -> new Connection(key + "-" + text));
    }

    Text meterKey(Flow flow) {
        Text meterKey = meterKeys[flow.ordinal()];
        if (meterKey == null) {
            meterKey = Text.of(flow.meterKey(key));
            meterKeys[flow.ordinal()] = meterKey;
        }
        return meterKey;
    }
}
