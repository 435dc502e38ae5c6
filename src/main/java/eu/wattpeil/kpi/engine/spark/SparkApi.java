package eu.wattpeil.kpi.engine.spark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The few methods of Spark that a session needs, called by their names: its classes are in a class
 * loader of their own. A session, a result and a row of Spark's are plain objects here.
 */
final class SparkApi {

    private static final String PACKAGE = "org.apache.spark.sql.";

    private final ClassLoader loader;
    private final Class<?> session;
    private final Class<?> dataset;
    private final Class<?> reader;
    private final Class<?> structure;
    private final Method cell;

    SparkApi(ClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        session = loader.loadClass(PACKAGE + "SparkSession");
        dataset = loader.loadClass(PACKAGE + "Dataset");
        reader = loader.loadClass(PACKAGE + "DataFrameReader");
        structure = loader.loadClass(PACKAGE + "types.StructType");
        cell = loader.loadClass(PACKAGE + "Row").getMethod("get", int.class);
    }

    /** Joins a cluster, or makes one of this process; its first session. */
    Object start(String master, Map<String, String> settings) {
        return within(
                () -> {
                    Object builder = session.getMethod("builder").invoke(null);
                    builder = call(builder, "master", master);
                    builder = call(builder, "appName", "wattpeil");
                    for (Map.Entry<String, String> setting : settings.entrySet()) {
                        builder =
                                builder.getClass()
                                        .getMethod("config", String.class, String.class)
                                        .invoke(builder, setting.getKey(), setting.getValue());
                    }
                    return builder.getClass().getMethod("getOrCreate").invoke(builder);
                });
    }

    /** Leaves the cluster, with all sessions. */
    void stop(Object spark) {
        within(() -> session.getMethod("stop").invoke(spark));
    }

    /** Whether the cluster was left, by this process or because it went away. */
    boolean isStopped(Object spark) {
        return (Boolean)
                within(
                        () -> {
                            Object context = context(spark);
                            return context.getClass().getMethod("isStopped").invoke(context);
                        });
    }

    /** A further session, which sees no relation of others. */
    Object session(Object spark) {
        return within(() -> session.getMethod("newSession").invoke(spark));
    }

    /** How many processes work for this one, which is no such process. */
    int executors(Object spark) {
        return (Integer)
                within(
                        () -> {
                            Object context = context(spark);
                            Object tracker =
                                    context.getClass().getMethod("statusTracker").invoke(context);
                            Object[] all =
                                    (Object[])
                                            tracker.getClass()
                                                    .getMethod("getExecutorInfos")
                                                    .invoke(tracker);
                            return all.length - 1;
                        });
    }

    /** How many parts of a select it works at, at a time. */
    int cores(Object spark) {
        return (Integer)
                within(
                        () -> {
                            Object context = context(spark);
                            return context.getClass()
                                    .getMethod("defaultParallelism")
                                    .invoke(context);
                        });
    }

    /** Forgets what was kept for all sessions. */
    void forgetKept(Object spark) {
        within(
                () -> {
                    Object context = context(spark);
                    Class<?> plain = loader.loadClass("org.apache.spark.api.java.JavaSparkContext");
                    Object java = plain.getConstructor(context.getClass()).newInstance(context);
                    Map<?, ?> kept = (Map<?, ?>) plain.getMethod("getPersistentRDDs").invoke(java);
                    for (Object one : kept.values()) {
                        one.getClass().getMethod("unpersist", boolean.class).invoke(one, false);
                    }
                    return kept;
                });
    }

    /** A select as a result that is not computed yet; any other statement is run. */
    Object sql(Object spark, String statement) {
        return within(() -> session.getMethod("sql", String.class).invoke(spark, statement));
    }

    /**
     * Rows that are given.
     *
     * @param columns as Spark declares them
     */
    Object rows(Object spark, String columns, List<Object[]> rows) {
        return within(
                () -> {
                    Method create =
                            loader.loadClass(PACKAGE + "RowFactory")
                                    .getMethod("create", Object[].class);
                    Object[] made = new Object[rows.size()];
                    for (int i = 0; i < made.length; i++) {
                        made[i] = create.invoke(null, (Object) rows.get(i));
                    }
                    return session.getMethod("createDataFrame", List.class, structure)
                            .invoke(spark, List.of(made), structure(columns));
                });
    }

    /**
     * The rows of Parquet files.
     *
     * @param columns as Spark declares them
     * @param base the folder below which names of folders are columns
     */
    Object files(Object spark, String columns, String base, List<String> paths) {
        return within(
                () -> {
                    Object files = session.getMethod("read").invoke(spark);
                    files = reader.getMethod("schema", structure).invoke(files, structure(columns));
                    files =
                            reader.getMethod("option", String.class, String.class)
                                    .invoke(files, "basePath", base);
                    return reader.getMethod("parquet", String[].class)
                            .invoke(files, (Object) paths.toArray(String[]::new));
                });
    }

    /**
     * Computes a result on the cluster, which keeps it; what reads it does not compute it again.
     */
    Object kept(Object result) {
        return within(
                () -> dataset.getMethod("localCheckpoint", boolean.class).invoke(result, true));
    }

    /** The same rows in one part. */
    Object inOnePart(Object result) {
        return within(() -> dataset.getMethod("coalesce", int.class).invoke(result, 1));
    }

    void name(Object result, String relation) {
        within(
                () ->
                        dataset.getMethod("createOrReplaceTempView", String.class)
                                .invoke(result, relation));
    }

    String[] columns(Object result) {
        return (String[]) within(() -> dataset.getMethod("columns").invoke(result));
    }

    /** Computes a result and brings all its rows here. */
    List<?> list(Object result) {
        return (List<?>) within(() -> dataset.getMethod("collectAsList").invoke(result));
    }

    /** Computes a result and brings its rows here, one by one. */
    Iterator<?> iterator(Object result) {
        Iterator<?> rows =
                (Iterator<?>) within(() -> dataset.getMethod("toLocalIterator").invoke(result));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return (Boolean) within(rows::hasNext);
            }

            @Override
            public Object next() {
                return within(rows::next);
            }
        };
    }

    @Nullable Object cell(Object row, int column) {
        try {
            return cell.invoke(row, column);
        } catch (InvocationTargetException failure) {
            throw SparkRefusal.of(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object context(Object spark) throws ReflectiveOperationException {
        return session.getMethod("sparkContext").invoke(spark);
    }

    private Object structure(String columns) throws ReflectiveOperationException {
        return structure.getMethod("fromDDL", String.class).invoke(null, columns);
    }

    private static Object call(Object target, String method, String value)
            throws ReflectiveOperationException {
        return target.getClass().getMethod(method, String.class).invoke(target, value);
    }

    /** Spark looks for what it loads by name where its thread looks. */
    private Object within(Callable<Object> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (InvocationTargetException failure) {
            throw SparkRefusal.of(failure.getCause());
        } catch (RuntimeException failure) {
            throw SparkRefusal.of(failure);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
