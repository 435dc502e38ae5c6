package eu.wattpeil.workspace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MeterFilesTest {

    private static final int MANY = 50_000;

    @TempDir Path folder;

    @Test
    @Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comparesManyMetersInATimeThatGrowsWithTheirNumber() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/meters.csv"),
                "meter_id,meter_key,room_id,site_id,role,multiplier,valid_from\n"
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "m" + i + ",K" + i + ",r,s,it,1,2025-01-01")
                                .collect(Collectors.joining("\n")));
        Problems problems = new Problems();

        assertThat(new MeterFiles(new WorkspaceFiles(folder), problems).meters()).hasSize(100_000);
        assertThat(problems.all()).isEmpty();
    }
}
