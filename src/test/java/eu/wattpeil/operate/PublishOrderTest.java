package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a run publishes months. */
final class PublishOrderTest {

    @TempDir private Path folder;

    @Test
    void beginsWithTheMonthThatIsWaitedFor() throws Exception {
        SmallTown town = SmallTown.in(folder);
        Path september = folder.resolve("inbox/example/meters-2026-09.csv");
        town.write(
                "inbox/example/meters-2026-08.csv",
                Files.readString(september).replace("/09/2026", "/08/2026"));
        town.leaveAlone();
        List<YearMonth> published = new ArrayList<>();

        town.run(
                event -> {
                    if (event instanceof RunEvent.Published month) {
                        published.add(month.month());
                    }
                });

        assertThat(published).containsExactly(YearMonth.of(2026, 9), YearMonth.of(2026, 8));
        assertThat(town.run()).isEqualTo(Outcome.NOTHING_TO_DO);
    }
}
