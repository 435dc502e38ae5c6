package eu.wattpeil.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Spark cluster that long months are computed on, from {@code engine:} of {@code
 * config/wattpeil.yaml}. What is computed is the same with and without it.
 *
 * @param master {@code spark://host:port}, or {@code local[*]} for threads of this process
 * @param fromRows how many rows a month must be made of to be computed there; shorter ones are
 *     computed in this process
 * @param settings of Spark's, by their names
 */
public record ClusterSettings(String master, long fromRows, Map<String, String> settings) {

    /** Where a month is told to be long by nobody. */
    public static final long FROM_ROWS = 100_000_000;

    public ClusterSettings {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
