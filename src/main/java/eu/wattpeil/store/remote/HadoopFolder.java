package eu.wattpeil.store.remote;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Objects of S3 or files of HDFS, by Hadoop's file system. What differs is how something comes into
 * being in one step: in S3 by a conditional put when the stream is closed, in HDFS by a rename that
 * fails where the name is taken.
 */
final class HadoopFolder implements RemoteFolder {

    private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";
    private static final String S3 = "s3a";
    private static final String DRAFTS = "drafts";

    /**
     * By what a folder is in truth: S3A keeps counts for the whole process, which take its classes
     * to be there once.
     */
    private static final Map<java.nio.file.Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private final FileSystem system;
    private final Path root;
    private final boolean isConditional;

    private HadoopFolder(FileSystem system, Path root, boolean isConditional) {
        this.system = system;
        this.root = root;
        this.isConditional = isConditional;
    }

    static HadoopFolder open(RemoteAddress address) {
        boolean isS3 = S3.equals(address.uri().getScheme());
        ClassLoader loader = loader(address);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            FileSystem system =
                    FileSystem.newInstance(address.uri(), configuration(address, loader));
            return new HadoopFolder(system, new Path(address.uri()), isS3);
        } catch (IOException failure) {
            if (isMissingJars(failure)) {
                throw missingJars(address, failure);
            }
            throw RemoteFailures.because("Cannot open " + address.name(), failure);
        } catch (NoClassDefFoundError | RuntimeException failure) {
            if (isMissingJars(failure)) {
                throw missingJars(address, failure);
            }
            throw new RemoteException(
                    "Cannot open "
                            + address.name()
                            + ": "
                            + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                            + "; look at the options of remote-store",
                    failure);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static boolean isMissingJars(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof ClassNotFoundException || it instanceof NoClassDefFoundError) {
                return true;
            }
        }
        return false;
    }

    private static RemoteException missingJars(RemoteAddress address, Throwable cause) {
        return new RemoteException(
                "Cannot open "
                        + address.name()
                        + ": the jars for "
                        + address.uri().getScheme()
                        + " are missing, expected them in "
                        + address.jars().map(Object::toString).orElse("lib-s3 beside wattpeil.jar")
                        + " (mvn -q -f src/s3 package puts them there)",
                cause);
    }

    private static Configuration configuration(RemoteAddress address, ClassLoader loader) {
        Configuration configuration = new Configuration();
        configuration.setClassLoader(loader);
        configuration.set("fs.s3a.performance.flags", "create,delete,mkdir");
        configuration.set("fs.s3a.input.stream.type", "classic");
        // Nothing of the store is laid down in the system's folder for temporary files.
        configuration.set("fs.s3a.fast.upload.buffer", "array");
        configuration.set("fs.s3a.multipart.size", "8M");
        configuration.set("fs.s3a.multipart.threshold", "8M");
        configuration.set("fs.s3a.fast.upload.active.blocks", "2");
        configuration.set("fs.s3a.attempts.maximum", "3");
        configuration.set("fs.s3a.retry.limit", "3");
        configuration.set("fs.s3a.connection.establish.timeout", "15s");
        configuration.set("ipc.client.connect.max.retries", "3");
        configuration.set("ipc.client.connect.max.retries.on.timeouts", "3");
        address.options().forEach(configuration::set);
        return configuration;
    }

    private static ClassLoader loader(RemoteAddress address) {
        ClassLoader own = HadoopFolder.class.getClassLoader();
        Optional<java.nio.file.Path> folder = address.jars().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return own;
        }
        try {
            return LOADERS.computeIfAbsent(folder.get().toRealPath(), HadoopFolder::loader);
        } catch (IOException unreadable) {
            return own;
        }
    }

    private static ClassLoader loader(java.nio.file.Path folder) {
        ClassLoader own = HadoopFolder.class.getClassLoader();
        try (Stream<java.nio.file.Path> found = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (java.nio.file.Path jar : found.sorted().toList()) {
                if (jar.toString().endsWith(".jar")) {
                    jars.add(url(jar));
                }
            }
            return new URLClassLoader(jars.toArray(URL[]::new), own);
        } catch (IOException unreadable) {
            return own;
        }
    }

    private static URL url(java.nio.file.Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try (InputStream in = system.open(path(name))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        }
    }

    @Override
    public boolean create(String name, byte[] bytes) throws IOException {
        return isConditional ? createByCondition(name, bytes) : createByRename(name, bytes);
    }

    private boolean createByCondition(String name, byte[] bytes) throws IOException {
        try {
            FSDataOutputStream out =
                    (FSDataOutputStream)
                            system.createFile(path(name))
                                    .overwrite(true)
                                    .recursive()
                                    .must(CONDITIONAL, true)
                                    .build();
            writeWhole(out, bytes);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException failure) {
            // S3A's own name for the answer that a condition does not hold.
            if (failure.getClass().getSimpleName().equals("RemoteFileChangedException")) {
                return false;
            }
            throw failure;
        }
    }

    /** What is closed is put, also where it is cut off. */
    private static void writeWhole(FSDataOutputStream out, byte[] bytes) throws IOException {
        try {
            out.write(bytes);
        } catch (IOException failure) {
            out.abort();
            throw failure;
        }
        out.close();
    }

    private boolean createByRename(String name, byte[] bytes) throws IOException {
        Path draft = path(DRAFTS + "/" + UUID.randomUUID());
        try {
            write(draft, out -> out.write(bytes));
            system.mkdirs(path(name).getParent());
            if (system.rename(draft, path(name))) {
                return true;
            }
            if (system.exists(path(name))) {
                return false;
            }
            throw new IOException(name + " was not put in place");
        } finally {
            system.delete(draft, false);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void write(Path path, Content content) throws IOException {
        try (FSDataOutputStream out = system.create(path, true)) {
            content.writeTo(out);
            if (!isConditional) {
                out.hsync();
            }
        }
    }

    @Override
    public void upload(String name, java.nio.file.Path file) throws IOException {
        write(path(name), out -> Files.copy(file, out));
    }

    @Override
    public void download(String name, java.nio.file.Path file) throws IOException {
        try (InputStream in = system.open(path(name));
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
    }

    @Override
    public Map<String, Long> list(String folder) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        String above = root.toUri().getPath();
        int start = above.endsWith("/") ? above.length() : above.length() + 1;
        try {
            RemoteIterator<LocatedFileStatus> files = system.listFiles(path(folder), true);
            while (files.hasNext()) {
                FileStatus file = files.next();
                found.put(file.getPath().toUri().getPath().substring(start), file.getLen());
            }
        } catch (FileNotFoundException absent) {
            return Map.of();
        }
        return found;
    }

    /** A folder of HDFS that is empty then goes, too. */
    @Override
    public void delete(String name) throws IOException {
        Path path = path(name);
        system.delete(path, false);
        for (Path above = path.getParent();
                !isConditional && above.depth() > root.depth() + 1 && isEmpty(above);
                above = above.getParent()) {
            if (!deleteEmpty(above)) {
                return;
            }
        }
    }

    private boolean isEmpty(Path folder) throws IOException {
        try {
            return !system.listStatusIterator(folder).hasNext();
        } catch (FileNotFoundException gone) {
            return false;
        }
    }

    /** Another file may have come into it meanwhile. */
    private boolean deleteEmpty(Path folder) {
        try {
            return system.delete(folder, false);
        } catch (IOException notEmpty) {
            return false;
        }
    }

    private Path path(String name) {
        return new Path(root, name);
    }

    /** What it leaves open goes with the process. */
    @Override
    public void close() {
        try {
            system.close();
        } catch (IOException nothingLeftToDo) {
            return;
        }
    }
}
