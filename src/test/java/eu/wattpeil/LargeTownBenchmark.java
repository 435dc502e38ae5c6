package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to publish the month of a {@link LargeTown} in all forms and three languages,
 * with three years behind it, and how large its files are. Not part of the build; run it by
 *
 * <pre>_JAVA_OPTIONS=-Xmx2g mvn -q test -Dtest=LargeTownBenchmark</pre>
 *
 * which takes some minutes, most of them to collect and compute. With {@code
 * -Dbenchmark.workspace=FOLDER} the town is made in a folder that is kept, and only published where
 * it is there already. The month is published twice: as by a process that has just begun, and once
 * more. On a machine that does other work, too, the seconds of processor say more than those of the
 * clock.
 */
class LargeTownBenchmark {

    private static final int MOST_HTML = 2_000_000;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TempDir Path temporary;

    @Test
    void publishesTheMonthOfALargeTown() throws IOException {
        String kept = System.getProperty("benchmark.workspace", "");
        Path folder = kept.isEmpty() ? temporary.resolve("town") : Path.of(kept);
        Program program = new Program(folder);
        if (!Files.exists(folder.resolve("store"))) {
            LargeTown.make(folder);
            for (String job : new String[] {"print", "devices", "counters", "meters", "compute"}) {
                require(program.inProcess("run", "--job", job));
            }
        }
        for (int time = 1; time <= 2; time++) {
            for (String file : program.files("reports", name -> true).keySet()) {
                Files.delete(folder.resolve("reports").resolve(file));
            }
            long start = System.nanoTime();
            long processor = PROCESS.getProcessCpuTime();
            require(
                    program.inProcess(
                            "run", "--job", "publish", "--month", LargeTown.LAST.toString()));
            System.out.printf(
                    "published in %.1f s, with %.1f s of processor%n",
                    (System.nanoTime() - start) / 1e9,
                    (PROCESS.getProcessCpuTime() - processor) / 1e9);
        }
        Map<String, byte[]> files = program.files("reports", name -> true);
        files.forEach((name, bytes) -> System.out.printf("%,11d bytes  %s%n", bytes.length, name));
        assertThat(files).anySatisfy((name, bytes) -> assertThat(name).endsWith("report.en.html"));
        assertThat(files)
                .allSatisfy(
                        (name, bytes) ->
                                assertThat(bytes.length)
                                        .as(name)
                                        .isLessThan(
                                                name.endsWith(".html")
                                                        ? MOST_HTML
                                                        : Integer.MAX_VALUE));
    }

    private static void require(Ended ended) {
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    }
}
