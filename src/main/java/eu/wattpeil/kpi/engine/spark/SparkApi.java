package eu.wattpeil.kpi.engine.spark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The few methods of Spark's client that a session needs, called by their names: its classes are in
 * a class loader of their own. A session, a result and a row of Spark's are plain objects here.
 */
final class SparkApi {

    private static final String PACKAGE = "org.apache.spark.sql.";

    private final ClassLoader loader;
    private final Class<?> session;
    private final Class<?> dataset;
    private final Class<?> row;
    private final Class<?> structure;
    private final Method cell;

    SparkApi(ClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        session = loader.loadClass(PACKAGE + "SparkSession");
        dataset = loader.loadClass(PACKAGE + "Dataset");
        row = loader.loadClass(PACKAGE + "Row");
        structure = loader.loadClass(PACKAGE + "types.StructType");
        cell = row.getMethod("get", int.class);
    }

    /** A session of its own at {@code sc://host:port}. */
    Object connect(String address) {
        return within(
                () -> {
                    Object builder = session.getMethod("builder").invoke(null);
                    builder = call(builder, "remote", String.class, address);
                    return call(builder, "create");
                });
    }

    /** The version of the server. */
    String version(Object spark) {
        return (String) within(() -> session.getMethod("version").invoke(spark));
    }

    void close(Object spark) {
        within(() -> session.getMethod("close").invoke(spark));
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
                    Object reader = session.getMethod("read").invoke(spark);
                    reader =
                            reader.getClass()
                                    .getMethod("schema", structure)
                                    .invoke(reader, structure(columns));
                    reader =
                            reader.getClass()
                                    .getMethod("option", String.class, String.class)
                                    .invoke(reader, "basePath", base);
                    return reader.getClass()
                            .getMethod("parquet", String[].class)
                            .invoke(reader, (Object) paths.toArray(String[]::new));
                });
    }

    /**
     * Computes a result on the cluster, which keeps it; what reads it does not compute it again.
     */
    Object kept(Object result) {
        return within(
                () -> dataset.getMethod("localCheckpoint", boolean.class).invoke(result, true));
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

    @Nullable Object cell(Object result, int column) {
        try {
            return cell.invoke(result, column);
        } catch (InvocationTargetException failure) {
            throw SparkRefusal.of(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object structure(String columns) throws ReflectiveOperationException {
        return structure.getMethod("fromDDL", String.class).invoke(null, columns);
    }

    private static Object call(Object target, String method, Class<?> type, Object value)
            throws ReflectiveOperationException {
        return target.getClass().getMethod(method, type).invoke(target, value);
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
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
