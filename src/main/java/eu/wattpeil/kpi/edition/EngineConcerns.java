package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.spark.SparkEngine;
import eu.wattpeil.workspace.Settings;
import java.util.List;

/** What should be put right before long months can be computed, as far as this machine knows. */
public final class EngineConcerns {

    private EngineConcerns() {}

    /** A line for each; asks no cluster. */
    public static List<String> of(Settings settings) {
        return settings.cluster().flatMap(it -> SparkEngine.lacking()).stream().toList();
    }
}
