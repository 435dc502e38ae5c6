package eu.wattpeil.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What heads and claims are built on holds with a server that speaks S3, and with HDFS. */
class HadoopFolderIT {

    private static final int CREATORS = 16;

    @TempDir static Path servers;

    @TempDir Path folder;

    private static final Map<RemoteServer.Kind, RemoteServer> STARTED =
            new EnumMap<>(RemoteServer.Kind.class);

    private static RemoteServer server(RemoteServer.Kind kind) throws Exception {
        if (!STARTED.containsKey(kind)) {
            STARTED.put(kind, RemoteServer.start(kind, servers.resolve(kind.name())));
        }
        return STARTED.get(kind);
    }

    @AfterAll
    static void endServers() throws IOException {
        for (RemoteServer server : STARTED.values()) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralWhoCreateAnObjectAtTheSameTimeOneDoes(RemoteServer.Kind kind) throws Exception {
        try (RemoteFolder remote = HadoopFolder.open(server(kind).address("creators"))) {
            for (int round = 0; round < 3; round++) {
                String name = "heads/" + round;
                AtomicInteger created = new AtomicInteger();
                AtomicInteger last = new AtomicInteger(-1);
                AtOnce.each(
                        CREATORS,
                        CREATORS,
                        i -> {
                            if (remote.create(name, bytes("by " + i))) {
                                created.incrementAndGet();
                                last.set(i);
                            }
                        });

                assertThat(created).hasValue(1);
                assertThat(remote.read(name)).hasValue(bytes("by " + last.get()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anObjectIsThereAsItWasWrittenUntilItIsDeleted(RemoteServer.Kind kind) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[9_000_000]);
        Path small = Files.writeString(folder.resolve("small"), "small");
        Path target = Files.createFile(folder.resolve("target"));
        try (RemoteFolder remote = HadoopFolder.open(server(kind).address("objects/below"))) {
            assertThat(remote.list("data")).isEmpty();
            assertThat(remote.read("data/7/a b/c.parquet")).isEmpty();
            assertThatThrownBy(() -> remote.download("data/7/none", target))
                    .isInstanceOf(FileNotFoundException.class);

            remote.upload("data/7/a b/month=2026-09/c.parquet", file);
            remote.upload("data/7/d", file);
            remote.upload("data/7/d", small);

            assertThat(remote.list("data"))
                    .isEqualTo(
                            Map.of(
                                    "data/7/a b/month=2026-09/c.parquet",
                                    9_000_000L,
                                    "data/7/d",
                                    5L));
            remote.download("data/7/a b/month=2026-09/c.parquet", target);
            assertThat(target).hasSameBinaryContentAs(file);
            remote.delete("data/7/a b/month=2026-09/c.parquet");
            remote.delete("data/7/d");
            remote.delete("data/7/d");
            assertThat(remote.list("data")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessTakesOverWhenNoSignOfLifeComes(RemoteServer.Kind kind) throws Exception {
        RemoteAddress address = server(kind).address("claims");
        try (RemoteStore one = RemoteStore.at(address);
                RemoteStore other = RemoteStore.at(address)) {
            RemoteClaim claim = one.take(new Head.Holder("one", "process 1"));
            assertThatThrownBy(() -> other.take(new Head.Holder("other", "process 2")))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining(
                            "the store is written by process 1, expected nobody else");
            Path file = Files.writeString(folder.resolve("file"), "text");
            claim.commit(Map.of("a/b", file), List.of());
            claim.close();

            RemoteClaim next = other.take(new Head.Holder("other", "process 2"));

            assertThat(next.head().files()).containsOnlyKeys("a/b");
            assertThatThrownBy(() -> claim.commit(Map.of("a/c", file), List.of()))
                    .isInstanceOf(RemoteException.class);
            next.close();
            assertThat(one.head().files()).containsOnlyKeys("a/b");
            assertThat(one.missing(one.head())).isEmpty();
        }
    }

    @Test
    void tellsWhatIsWrongWithAnAddressInOneSentence() throws Exception {
        RemoteAddress right = server(RemoteServer.Kind.S3).address("store");

        assertThat(problem(right)).isEmpty();
        assertThat(problem(with(right, "s3a://nobody/store", Map.of())))
                .isEqualTo(
                        "Cannot use s3a://nobody/store: there is no such bucket, expected it to be"
                                + " made before");
        assertThat(problem(with(right, "", Map.of("fs.s3a.access.key", "nobody"))))
                .isEqualTo(
                        "Cannot use s3a://bucket/store: access was refused, expected credentials"
                                + " that may list, read, write and delete there");
        assertThat(
                        problem(
                                with(
                                        right,
                                        "",
                                        Map.of(
                                                "fs.s3a.endpoint",
                                                "http://127.0.0.1:1",
                                                "fs.s3a.attempts.maximum",
                                                "1",
                                                "fs.s3a.retry.limit",
                                                "1"))))
                .isEqualTo(
                        "Cannot use s3a://bucket/store: its server cannot be reached, expected it to"
                                + " answer; where it is back the next run goes on from here");
        assertThat(problem(withJars(right, folder.resolve("none"))))
                .isEqualTo(
                        "Cannot open s3a://bucket/store: the jars for s3a are missing, expected them"
                                + " in "
                                + folder.resolve("none")
                                + " (mvn -q -f src/s3 package puts them there)");
    }

    @Test
    void storesAreOpenSideBySideHoweverTheFolderOfJarsIsWritten() throws Exception {
        RemoteAddress address = server(RemoteServer.Kind.S3).address("beside");
        Path jars = address.jars().orElseThrow();
        Path roundabout = jars.resolve("..").resolve(jars.getFileName());
        try (RemoteFolder one = HadoopFolder.open(withJars(address, jars));
                RemoteFolder other = HadoopFolder.open(withJars(address, jars.toAbsolutePath()));
                RemoteFolder last = HadoopFolder.open(withJars(address, roundabout))) {
            assertThat(one.create("name", bytes("one"))).isTrue();

            assertThat(other.read("name")).hasValue(bytes("one"));
            assertThat(last.read("name")).hasValue(bytes("one"));
        }
    }

    @Test
    void tellsThatHdfsDoesNotAnswer() {
        RemoteAddress address =
                new RemoteAddress(
                        URI.create("hdfs://127.0.0.1:1/store"),
                        Map.of("ipc.client.connect.retry.interval", "10"),
                        Duration.ofSeconds(4),
                        Optional.empty());

        assertThat(problem(address))
                .isEqualTo(
                        "Cannot use hdfs://127.0.0.1:1/store: its server cannot be reached, expected"
                                + " it to answer; where it is back the next run goes on from here");
    }

    private static RemoteAddress with(RemoteAddress address, String uri, Map<String, String> more) {
        Map<String, String> options = new TreeMap<>(address.options());
        options.putAll(more);
        return new RemoteAddress(
                uri.isEmpty() ? address.uri() : URI.create(uri),
                options,
                address.silence(),
                address.jars());
    }

    private static RemoteAddress withJars(RemoteAddress address, Path jars) {
        return new RemoteAddress(
                address.uri(), address.options(), address.silence(), Optional.of(jars));
    }

    private static String problem(RemoteAddress address) {
        try (RemoteStore store = RemoteStore.at(address)) {
            store.requireUsable();
            return "";
        } catch (RemoteException problem) {
            return problem.getMessage();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
