package eu.wattpeil.workspace;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The object store or HDFS that the store is committed to, from {@code remote-store:} of {@code
 * config/wattpeil.yaml}.
 *
 * @param url {@code s3a://bucket/path} or {@code hdfs://host:port/path}, without an account in it
 * @param options of Hadoop's file system that are no secrets
 * @param secrets other options of it
 * @param silence without a sign of life after which who writes has died and others go on
 */
public record RemoteStorage(
        URI url,
        Map<String, String> options,
        Map<String, SecretPlace> secrets,
        Duration silence,
        Place place) {

    public RemoteStorage {
        options = Map.copyOf(new TreeMap<>(options));
        secrets = Map.copyOf(new TreeMap<>(secrets));
    }
}
