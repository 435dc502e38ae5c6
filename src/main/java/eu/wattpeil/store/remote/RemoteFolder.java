package eu.wattpeil.store.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The objects below an address, by names such as {@code data/000000000007/documents/a.parquet}.
 * What one process has done, another sees at once.
 */
public interface RemoteFolder extends AutoCloseable {

    /** The bytes of an object; empty where there is none. */
    Optional<byte[]> read(String name) throws IOException;

    /**
     * Creates an object in one step: nobody sees less than all of it, and of several who create it
     * at the same time one does.
     *
     * @return false where it is there already
     * @throws IOException also where it may have been created all the same
     */
    boolean create(String name, byte[] bytes) throws IOException;

    /**
     * Writes an object, over one that an interrupted upload left; another process may see a part of
     * it meanwhile.
     */
    void upload(String name, Path file) throws IOException;

    /**
     * Writes the bytes of an object to a file that is there.
     *
     * @throws java.io.FileNotFoundException where there is no such object
     */
    void download(String name, Path file) throws IOException;

    /** All objects below a folder, at any depth: name to size. */
    Map<String, Long> list(String folder) throws IOException;

    /** Removes an object for good; nothing happens where there is none. */
    void delete(String name) throws IOException;

    @Override
    void close();
}
