package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the job repository knows is in the store, too: losing it costs nothing. */
class LostRepositoryTest {

    private static final int DOCUMENTS = 8;

    @TempDir Path folder;

    private SmallTown town;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        town = SmallTown.in(folder.resolve("town"));
    }

    /** What becomes of the state folder between two runs. */
    private enum Loss {
        REPOSITORY_GONE {
            @Override
            void happen(Path state) throws IOException {
                Files.delete(state.resolve("jobs.mv.db"));
            }
        },
        REPOSITORY_OVERWRITTEN {
            @Override
            void happen(Path state) throws IOException {
                Files.writeString(state.resolve("jobs.mv.db"), "overwritten");
            }
        },
        REPOSITORY_AND_SEEN_FILES_GONE {
            @Override
            void happen(Path state) throws IOException {
                Files.delete(state.resolve("jobs.mv.db"));
                Files.delete(state.resolve("seen-files"));
            }
        },
        ALL_GONE {
            @Override
            void happen(Path state) throws IOException {
                for (Path file : SmallTown.files(state)) {
                    Files.delete(file);
                }
                Files.delete(state);
            }
        };

        abstract void happen(Path state) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theNextRunDoesNothingTwiceAndTheStatusTellsOfTheRunsBefore(Loss loss) throws Exception {
        assertThat(town.run()).isEqualTo(Outcome.DONE);
        SortedMap<String, String> before = town.bytes();

        loss.happen(town.state());
        StatusFacts status = Status.of(Setup.load(town.root()), SmallTown.CLOCK);
        Outcome again = town.run();

        assertThat(status.runs()).hasSize(1).first().matches(run -> run.reports() == 1);
        assertThat(again).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(town.bytes()).isEqualTo(before);
    }

    /** Of two documents that say something of one time the later batch counts. */
    @Test
    void whatAnInterruptedRunLeftStillComesInTheBatchThatItBegan() throws Exception {
        for (int number = 1; number <= DOCUMENTS; number++) {
            town.write(
                    "inbox/example/again-" + number + ".csv",
                    "Meter;Time;Register (kWh)\nUPS1;12/10/2026 10:00;" + number + ",5\n");
        }
        town.leaveAlone();
        SmallTown undisturbed = town.copyTo(folder.resolve("undisturbed"));
        Outcome interrupted = runToTheFirstDocument();
        int read = SmallTown.files(town.store("documents")).size();

        Files.delete(town.state().resolve("jobs.mv.db"));
        town.run();
        undisturbed.run();

        assertThat(interrupted).isEqualTo(Outcome.STOPPED);
        assertThat(read).isBetween(1, DOCUMENTS);
        assertThat(town.bytes()).isEqualTo(undisturbed.bytes());
    }

    private Outcome runToTheFirstDocument() throws Exception {
        Stop stop = new Stop();
        return town.run(
                stop,
                event -> {
                    if (Files.isDirectory(town.store("documents"))) {
                        stop.ask();
                    }
                });
    }
}
