package eu.wattpeil.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * What each Parquet file says of where it comes from, so that it can be read without its folder.
 *
 * @param software its version; empty where unknown
 * @param zone in which months and days are meant; empty where unknown
 */
public record Origin(String software, String zone) {

    /** Of a store that is only read. */
    static final Origin UNKNOWN = new Origin("", "");

    private static final String PREFIX = "wattpeil.";

    /**
     * The key-value metadata of a table's file: {@code wattpeil.software}, {@code wattpeil.zone},
     * {@code wattpeil.dataset}, and for each column {@code wattpeil.description.<name>} and, where
     * it has one, {@code wattpeil.unit.<name>}.
     */
    Map<String, String> metadata(Dataset table) {
        Map<String, String> metadata = new TreeMap<>();
        put(metadata, "software", software);
        put(metadata, "zone", zone);
        put(metadata, "dataset", table.name());
        for (Column column : table.columns()) {
            put(metadata, "description." + column.name(), column.description());
            put(metadata, "unit." + column.name(), column.unit());
        }
        return metadata;
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        if (!value.isEmpty()) {
            metadata.put(PREFIX + key, value);
        }
    }
}
