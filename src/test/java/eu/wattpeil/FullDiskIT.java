package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk that becomes full, and has room again. */
class FullDiskIT {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** Mounts a small disk as the store, runs, gives it room, and keeps what is in it then. */
    private static final String SCRIPT =
            """
            set -e
            mkdir -p store
            mount -t tmpfs -o size=1m tmpfs store
            "$@" >full.out 2>full.err || true
            cp -a store full
            mount -o remount,size=64m store
            "$@" >room.out 2>room.err
            cp -a store room
            """;

    @TempDir static Path folder;

    private static Program program;
    private static String out;
    private static String err;

    @BeforeAll
    static void runOnASmallDisk() throws Exception {
        assumeThat(canMount()).isTrue();
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        String definition = read("jobs/collect/example.yaml");
        write("jobs/collect/large.yaml", definition.replace("inbox/example/", "inbox/large/"));
        write("jobs/collect/small.yaml", definition.replace("inbox/example/", "inbox/small/"));
        write("inbox/large/october.csv", readings(2026, 10, 12, 20_000));
        write("inbox/small/july.csv", readings(2026, 7, 1, 50));
        write("inbox/small/october.csv", readings(2026, 10, 1, 50));

        Process process = program.startWith(SCRIPT, "run");
        assertThat(process.waitFor()).isZero();
        out = read("full.out");
        err = read("full.err");
    }

    @Test
    void saysWhereRoomIsMissingAndHowMuch() {
        assertThat(err)
                .contains(program.workspace().resolve("store") + ": room on the disk is ")
                .containsPattern("expected about \\d+\\.\\d MB for the document that waits")
                .containsPattern("\\d+\\.\\d MB are missing, and the next run goes on from here")
                .doesNotContain("Exception", "\tat ", "fault");
    }

    @Test
    void computesTheMonthsThatTheFailureDoesNotTouch() {
        assertThat(out).contains("example: 1 document", "small: 2 documents");
        assertThat(program.files("full/kpi_values", name -> true).keySet())
                .contains("month=2026-07/edition-1.parquet");
    }

    /** The end of September is read from what October's documents say, too. */
    @Test
    void holdsBackTheMonthsThatWaitForADocument() {
        assertThat(err)
                .contains("held back: 2026-09 waits for documents that were not collected")
                .contains("held back: 2026-10 waits for documents that were not collected");
        assertThat(program.files("full/kpi_values", name -> true).keySet())
                .noneMatch(name -> name.contains("2026-09") || name.contains("2026-10"));
    }

    @Test
    void givesThoseMonthsTheirFirstEditionWhenThereIsRoom() {
        // Nothing but the question of which meters these are, whose lines are set in.
        assertThat(read("room.err").lines().filter(line -> !line.startsWith("  ")))
                .singleElement()
                .asString()
                .startsWith("config/meters.csv: 12 meters with");
        assertThat(program.files("room/documents", name -> true).keySet()).hasSize(5);
        assertThat(program.files("room/kpi_values", name -> true).keySet())
                .contains("month=2026-09/edition-1.parquet", "month=2026-10/edition-1.parquet")
                .noneMatch(name -> name.contains("edition-2"));
    }

    /** Numbers that nothing makes smaller. */
    private static String readings(int year, int month, int meters, int minutes) {
        Random random = new Random(20261);
        StringBuilder text = new StringBuilder("Meter;Time;Register (kWh)\n");
        for (int meter = 0; meter < meters; meter++) {
            LocalDateTime time = LocalDateTime.of(year, month, 2, 0, 0);
            for (int minute = 0; minute < minutes; minute++) {
                text.append('M').append(meter).append(';').append(TIME.format(time));
                text.append(';').append(random.nextInt(100_000_000)).append('\n');
                time = time.plusMinutes(1);
            }
        }
        return text.toString();
    }

    private static boolean canMount() {
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c"));
        command.add("mount -t tmpfs -o size=1m tmpfs \"$1\"");
        command.addAll(List.of("sh", folder.toString()));
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(program.workspace().resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(String name, String text) throws IOException {
        Path file = program.workspace().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
