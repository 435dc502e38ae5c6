package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.store.remote.RemoteServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two hosts without a folder in common, whose store is committed to a server that speaks S3, or to
 * HDFS. Whatever becomes of one of them, the other goes on to the store and the reports of a host
 * that nobody disturbed.
 */
@DisabledOnOs(OS.WINDOWS)
class RemoteStoreIT {

    private static final long LONGEST_NANOS = 240_000_000_000L;

    /** The log of runs tells when they were; what is of a host alone is not of the store. */
    private static final Predicate<String> WHAT_IS_KEPT =
            name ->
                    !name.startsWith("runs/")
                            && !name.startsWith(".lock")
                            && !name.startsWith(".holder")
                            && !name.startsWith("_remote/")
                            && !name.startsWith("_staging/");

    @TempDir static Path folder;

    private static final Map<RemoteServer.Kind, RemoteServer> SERVERS =
            new EnumMap<>(RemoteServer.Kind.class);

    private static Program undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        undisturbed = new Program(folder.resolve("undisturbed"));
        undisturbed.inProcess("init", undisturbed.workspace().toString());
        assertThat(undisturbed.inProcess("run").code()).isZero();
    }

    @AfterAll
    static void endServers() throws IOException {
        for (RemoteServer server : SERVERS.values()) {
            server.close();
        }
    }

    private static Program host(String name, RemoteServer.Kind kind, String town) throws Exception {
        if (!SERVERS.containsKey(kind)) {
            SERVERS.put(kind, RemoteServer.start(kind, folder.resolve(kind.name())));
        }
        RemoteServer server = SERVERS.get(kind);
        Program host = new Program(folder.resolve(kind + "-" + town + "-" + name));
        host.inProcess("init", host.workspace().toString());
        StringBuilder settings =
                new StringBuilder("\nremote-store:\n  url: ")
                        .append(server.uri(town))
                        .append("\n  silence: PT4S\n");
        Map<String, String> options = server.options();
        if (kind == RemoteServer.Kind.S3) {
            Files.writeString(host.workspace().resolve("key"), RemoteServer.KEY);
            Files.writeString(host.workspace().resolve("secret"), RemoteServer.SECRET);
            options.put("fs.s3a.access.key", "{file: key}");
            options.put("fs.s3a.secret.key", "{file: secret}");
        }
        if (!options.isEmpty()) {
            settings.append("  options:\n");
            options.forEach((key, value) -> settings.append("    " + key + ": " + value + "\n"));
        }
        Files.writeString(
                host.workspace().resolve("config/wattpeil.yaml"),
                settings,
                StandardOpenOption.APPEND);
        return host;
    }

    @ParameterizedTest
    @EnumSource
    void anotherHostHasTheStoreWithoutReadingADocument(RemoteServer.Kind kind) throws Exception {
        Program one = host("a", kind, "shared");
        assertThat(one.inProcess("check").code()).isZero();
        Ended first = one.inProcess("run");
        assertThat(first.code()).as(first.err()).isZero();
        assertSame(one, name -> true);

        Program other = host("b", kind, "shared");
        Ended second = other.inProcess("run");

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("this run: 0 documents in ", ", 0 months in ");
        assertThat(one.inProcess("doctor").code()).isZero();
        assertThat(other.inProcess("run").out()).contains("nothing to do");
        assertSame(other, name -> !name.startsWith("print_jobs/"));
        // Of records that no month asked for nothing was brought here, and they are there.
        assertThat(other.files("store/print_jobs", WHAT_IS_KEPT)).isEmpty();
        assertThat(other.inProcess("query", "select count(*) as jobs from print_jobs").out())
                .contains("104");
        assertThat(other.files("store/print_jobs", WHAT_IS_KEPT)).isNotEmpty();
        assertSame(other, name -> true);
        for (Program host : new Program[] {one, other}) {
            assertThat(host.files("store", name -> true).values())
                    .noneMatch(bytes -> text(bytes).contains(RemoteServer.SECRET));
        }
    }

    /**
     * Killed where it has claimed the store, has committed documents, and has committed a month.
     */
    @ParameterizedTest
    @CsvSource({"S3,0", "S3,1", "S3,2", "HDFS,0", "HDFS,1", "HDFS,2"})
    void anotherHostGoesOnWhereOneWasKilled(RemoteServer.Kind kind, int commits) throws Exception {
        String town = "killed" + commits;
        Program dead = host("a", kind, town);
        Path out = folder.resolve(town + kind + ".out");
        Path err = folder.resolve(town + kind + ".err");
        Process process = dead.start(out, err, "run");
        Path head = dead.workspace().resolve("store/_remote/head");
        long end = System.nanoTime() + LONGEST_NANOS;
        int seen = -1;
        byte[] last = {};
        while (seen < commits && process.isAlive() && System.nanoTime() < end) {
            byte[] now = Files.exists(head) ? Files.readAllBytes(head) : last;
            if (!Arrays.equals(now, last)) {
                seen++;
                last = now;
            }
            Thread.sleep(2);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertThat(seen).as(Files.readString(err)).isEqualTo(commits);

        Program other = host("b", kind, town);
        Ended next = other.inProcess("run");

        assertThat(next.code()).as(next.err()).isZero();
        assertSame(other, name -> !name.startsWith("print_jobs/"));
        // The one that was killed comes back, and is what the other has made of it.
        Ended again = dead.inProcess("run");
        assertThat(again.code()).as(again.err()).isZero();
        assertSame(dead, name -> !name.startsWith("print_jobs/"));
        assertThat(other.inProcess("doctor").out()).contains("sound: ");
    }

    private static void assertSame(Program host, Predicate<String> isWanted) {
        for (String part : new String[] {"store", "reports"}) {
            assertThat(texts(host.files(part, WHAT_IS_KEPT.and(isWanted))))
                    .as(part)
                    .isEqualTo(texts(undisturbed.files(part, WHAT_IS_KEPT.and(isWanted))));
        }
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(
                (name, bytes) -> texts.put(name, Integer.toHexString(Arrays.hashCode(bytes))));
        return texts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
