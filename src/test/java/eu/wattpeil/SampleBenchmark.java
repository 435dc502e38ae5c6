package eu.wattpeil;

import eu.wattpeil.MeasuredProcess.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the sample's files to fourteen published months, by the jar as users start
 * it. Not part of the build; run it by
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; mvn -q test -Dtest=SampleBenchmark</pre>
 *
 * with {@code -Dbenchmark.rounds=5} for another number of rounds than three.
 */
class SampleBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

    @TempDir Path folder;

    @Test
    void theSampleIsPublishedSoon() throws Exception {
        List<Taken> runs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path workspace = Program.onSampleData(folder.resolve("town-" + round)).workspace();
            runs.add(
                    MeasuredProcess.ofJar(
                            List.of(),
                            List.of("run", "--quiet", "--workspace", workspace.toString())));
        }
        BenchmarkTable.add("sample: collected, computed, published", Taken.median(runs));
    }

    @AfterAll
    static void print() throws IOException {
        BenchmarkTable.print();
    }
}
