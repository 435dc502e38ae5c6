package eu.wattpeil.store.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the remote of a store is.
 *
 * @param uri {@code s3a://bucket/path} or {@code hdfs://host:port/path}
 * @param options of Hadoop's file system for it, with secrets among them
 * @param silence without a sign of life after which who holds the store has died
 * @param jars a folder with the jars that the file system takes beside those that come along
 */
public record RemoteAddress(
        URI uri, Map<String, String> options, Duration silence, Optional<Path> jars) {

    public RemoteAddress {
        options = Map.copyOf(new TreeMap<>(options));
    }

    /** As messages name it. */
    public String name() {
        return uri.toString();
    }

    /** No option is shown: it may be a secret. */
    @Override
    public String toString() {
        return name();
    }
}
