package eu.wattpeil.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/**
 * The files below the root of a store, by their path relative to it.
 *
 * <p>A local folder is used without Hadoop's checksum layer, which would put a {@code .crc} file
 * beside each file, and without its login, which fails for users without a name.
 */
final class StoreFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileSystem files;
    private final Path root;

    StoreFiles(java.nio.file.Path folder) {
        Configuration configuration = new Configuration(false);
        RawLocalFileSystem local = new RawLocalFileSystem();
        try {
            local.initialize(URI.create("file:///"), configuration);
        } catch (IOException unusable) {
            throw new StoreException("Cannot open store: " + folder, unusable);
        }
        files = local;
        root = new Path(folder.toUri());
    }

    void makeRoot() {
        try {
            makeFolder(root);
        } catch (IOException failure) {
            throw new StoreException("Cannot make the store's folder", failure);
        }
    }

    /** The names in a folder, sorted; none where there is no such folder. */
    List<String> names(String folder) {
        try {
            List<String> names = new ArrayList<>();
            for (FileStatus status : files.listStatus(path(folder))) {
                names.add(status.getPath().getName());
            }
            names.sort(null);
            return names;
        } catch (FileNotFoundException absent) {
            return List.of();
        } catch (IOException failure) {
            throw new StoreException("Cannot list " + path(folder), failure);
        }
    }

    /** Puts a file in the place of another one, or where none was, in one step. */
    void move(String from, String to) {
        try {
            makeFolder(path(to).getParent());
            if (!files.rename(path(from), path(to))) {
                throw new StoreException("Cannot move " + path(from) + " to " + path(to));
            }
        } catch (IOException failure) {
            throw new StoreException("Cannot move " + path(from) + " to " + path(to), failure);
        }
    }

    /** Removes a file, or a folder with all that is in it; nothing happens where it is absent. */
    void remove(String file) {
        try {
            files.delete(path(file), true);
        } catch (IOException failure) {
            throw new StoreException("Cannot remove " + path(file), failure);
        }
    }

    void write(String file, String text) {
        try (OutputStream out = output(file).createOrOverwrite(0)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new StoreException("Cannot write " + path(file), failure);
        }
    }

    Optional<String> read(String file) {
        try (InputStream in = files.open(path(file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new StoreException("Cannot read " + path(file), failure);
        }
    }

    String describe(String file) {
        return path(file).toUri().getPath();
    }

    OutputFile output(String file) {
        return new StoreOutput(path(file));
    }

    InputFile input(String file) {
        return new StoreInput(path(file));
    }

    /** Not by Hadoop, which starts a process for the rights of each new folder. */
    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(java.nio.file.Path.of(folder.toUri().getPath()));
    }

    private Path path(String file) {
        return new Path(root, file);
    }

    private final class StoreOutput implements OutputFile {

        private final Path path;

        private StoreOutput(Path path) {
            this.path = path;
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return createOrOverwrite(blockSizeHint);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            makeFolder(path.getParent());
            return HadoopStreams.wrap(files.create(path, true, BUFFER_BYTES));
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public String getPath() {
            return path.toString();
        }
    }

    private final class StoreInput implements InputFile {

        private final Path path;

        private StoreInput(Path path) {
            this.path = path;
        }

        @Override
        public long getLength() throws IOException {
            return files.getFileStatus(path).getLen();
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            return HadoopStreams.wrap(files.open(path));
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }
}
