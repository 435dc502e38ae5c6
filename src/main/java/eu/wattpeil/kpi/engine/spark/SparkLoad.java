package eu.wattpeil.kpi.engine.spark;

import java.util.Map;

/** How much there is to do in a session, and how Spark does that best; rows are the same. */
enum SparkLoad {

    /**
     * Planning and starting take the time, not the rows: each select is one task, which interprets
     * its plan, and nothing is sent around between workers.
     */
    FEW_ROWS,

    MANY_ROWS;

    /** Below it a select is planned for longer than it runs. */
    private static final long MANY = 2_000_000;

    /** Where no relation is shorter that goes there, few are planned. */
    private static final long LONG = 100_000;

    private static final int PARTS_OF_CORE = 3;
    private static final int LEAST_PARTS = 8;

    /** Into how many parts it cuts what it regroups; put together again where they are small. */
    private static final String PARTS = "spark.sql.shuffle.partitions";

    /**
     * That of what is made of so many rows of documents.
     *
     * @param fromRows how many rows a relation has at least that is worked at
     */
    static SparkLoad of(long rows, long fromRows) {
        return rows < MANY && fromRows < LONG ? FEW_ROWS : MANY_ROWS;
    }

    /**
     * The settings of its sessions, by their names in Spark.
     *
     * @param cores of the cluster
     */
    Map<String, String> settings(int cores) {
        return switch (this) {
            case FEW_ROWS ->
                    Map.of(
                            PARTS,
                            "1",
                            "spark.sql.autoBroadcastJoinThreshold",
                            "-1",
                            "spark.sql.adaptive.enabled",
                            "false",
                            "spark.sql.constraintPropagation.enabled",
                            "false",
                            "spark.sql.optimizer.dynamicPartitionPruning.enabled",
                            "false",
                            "spark.sql.optimizer.runtime.bloomFilter.enabled",
                            "false",
                            "spark.sql.codegen.wholeStage",
                            "false",
                            "spark.sql.codegen.factoryMode",
                            "NO_CODEGEN");
            case MANY_ROWS ->
                    Map.of(PARTS, Integer.toString(Math.max(LEAST_PARTS, PARTS_OF_CORE * cores)));
        };
    }
}
