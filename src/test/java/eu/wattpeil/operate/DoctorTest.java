package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.FolderInUseException;
import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.operate.Doctor.Diagnosis;
import eu.wattpeil.operate.Doctor.Finding;
import eu.wattpeil.serve.ServerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of damage: what is told of it, what a repair does, and what the next run makes. */
class DoctorTest {

    private static final String MONTH = "month=2026-09/";

    @TempDir static Path whole;

    private static SmallTown undisturbed;
    private static SortedMap<String, String> bytes;

    @TempDir Path folder;

    private SmallTown town;

    @BeforeAll
    static void publishAMonth() throws Exception {
        undisturbed = SmallTown.in(whole.resolve("town"));
        assertThat(undisturbed.run()).isEqualTo(Outcome.DONE);
        bytes = undisturbed.bytes();
    }

    @BeforeEach
    void copyIt() throws IOException {
        town = undisturbed.copyTo(folder.resolve("town"));
    }

    @FunctionalInterface
    private interface Act {
        void on(SmallTown town) throws IOException;
    }

    /**
     * A damage.
     *
     * @param told of it
     * @param done about it by a repair; empty where the next run does it
     */
    private record Damage(String name, Act act, String told, String done) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Damage> mendable() {
        String rows = "meter_readings/" + MONTH;
        String values = "kpi_values/" + MONTH;
        String again = "document taken out; the next run reads inbox/example/meters-2026-09.csv";
        return Stream.of(
                new Damage(
                        "a file of a document is missing",
                        town -> Files.delete(town.only(rows)),
                        "the file is missing, expected the ",
                        again),
                new Damage(
                        "a file of a document is shortened",
                        town -> Files.write(town.only(rows), new byte[7]),
                        "the file has 7 bytes, expected the ",
                        again),
                new Damage(
                        "a bit of a document's file flipped",
                        town -> flip(town.only(rows)),
                        "the checksum is another, expected the ",
                        again),
                new Damage(
                        "a row of the ledger is overwritten",
                        town -> Files.writeString(town.rowOf("meters-2026-09"), "garbage"),
                        "the row cannot be read, expected the ledger's row of a document; wattpeil"
                                + " doctor --repair takes the document out, and the next run reads"
                                + " inbox/example/meters-2026-09.csv again",
                        again),
                new Damage(
                        "the last row of the ledger is gone",
                        town -> Files.delete(town.rowOf("page_log-2026-09")),
                        "no row of the ledger names the file, expected files of documents that are"
                                + " in; wattpeil doctor --repair removes it, and the next run reads"
                                + " inbox/print/page_log-2026-09 again",
                        "removed"),
                new Damage(
                        "a killed run left staged files",
                        town -> town.write("store/_staging/0123/x.parquet", "half"),
                        "a run that was killed left files there",
                        "removed"),
                new Damage(
                        "a reading that another took the place of is left",
                        town -> {
                            Path row = town.rowOf("page_log-2026-09");
                            String content = row.getFileName().toString().substring(7, 23);
                            Files.copy(
                                    row,
                                    row.resolveSibling("000001-" + content + "00000000.parquet"));
                        },
                        "the document was read again since",
                        "removed"),
                new Damage(
                        "a bit of what a model made flipped",
                        town -> flip(town.store("hourly_energy/" + MONTH + "part.parquet")),
                        "the checksum is another, expected what a model made of 2026-09; wattpeil"
                                + " doctor --repair removes it, and the next run makes it again",
                        "removed"),
                new Damage(
                        "what a model made is missing",
                        town -> Files.delete(town.store("hourly_energy/" + MONTH + "part.parquet")),
                        "the file is missing or shortened, expected what a model made of 2026-09;"
                                + " the next run computes the month again",
                        ""),
                new Damage(
                        "which edition is shown is overwritten",
                        town -> Files.writeString(town.store(values + "current.json"), "{"),
                        "the file is missing or damaged, expected which edition is shown",
                        ""),
                new Damage(
                        "which edition is shown is gone",
                        town -> Files.delete(town.store(values + "current.json")),
                        "the file is missing or damaged, expected which edition is shown",
                        ""),
                new Damage(
                        "a bit of an edition flipped",
                        town -> flip(town.store(values + "edition-1.parquet")),
                        "expected edition 1 of 2026-09; wattpeil doctor --repair computes it again",
                        "computed again"),
                new Damage(
                        "a table of an edition is gone",
                        town -> Files.delete(town.store("findings/" + MONTH + "edition-1.parquet")),
                        "the file is missing or cannot be read, expected edition 1 of 2026-09",
                        "computed again"),
                new Damage(
                        "the files that an edition was made from are overwritten",
                        town ->
                                Files.writeString(
                                        SmallTown.files(town.store("_kept/workspace")).get(0),
                                        "no archive"),
                        "the file is missing or damaged, expected the files that editions were made"
                                + " from; wattpeil doctor --repair keeps them again",
                        "kept again"),
                new Damage(
                        "a published file was changed",
                        town -> flip(town.report()),
                        "the file was changed after it was published, expected edition 1 of 2026-09"
                                + " in monthly; wattpeil doctor --repair sets it aside",
                        "set aside as ."),
                new Damage(
                        "a published file is gone",
                        town -> Files.delete(town.report()),
                        "the file is missing, expected edition 1 of 2026-09 in monthly",
                        "the next run publishes it again"),
                new Damage(
                        "what was published is overwritten",
                        town ->
                                Files.writeString(
                                        town.store(values + "edition-1.reports.json"), ""),
                        "the file is damaged, expected what was published of edition 1 of 2026-09",
                        ""),
                new Damage(
                        "the list of months was changed",
                        town -> flip(town.root().resolve("reports/index.html")),
                        "the file was changed after it was published, expected what stands beside"
                                + " the months of monthly; wattpeil doctor --repair sets it aside",
                        "set aside as ."),
                new Damage(
                        "the table of all values is gone",
                        town -> Files.delete(town.root().resolve("reports/kpis-all.csv")),
                        "the file is missing, expected what stands beside the months of monthly",
                        "the next run publishes it again"),
                new Damage(
                        "what was published beside the months is overwritten",
                        town -> Files.writeString(town.store("reports.json"), "["),
                        "the file is damaged, expected what was published beside the months; the"
                                + " next run publishes it again",
                        ""),
                new Damage(
                        "the list of seen files is overwritten",
                        town -> flip(town.state().resolve("seen-files")),
                        "seen-files: the file is damaged",
                        "set aside as seen-files.damaged"),
                new Damage(
                        "the job repository is overwritten",
                        town -> Files.writeString(town.state().resolve("jobs.mv.db"), "garbage"),
                        "jobs.mv.db: the file is damaged",
                        "set aside as jobs.mv.db.damaged"),
                new Damage(
                        "the job repository of a killed run is overwritten",
                        town -> {
                            Files.writeString(town.state().resolve("jobs.mv.db"), "garbage");
                            Files.delete(town.state().resolve("jobs.seal"));
                        },
                        "jobs.mv.db: the file is damaged",
                        "set aside as jobs.mv.db.damaged"),
                new Damage(
                        "the times of a server are overwritten",
                        town -> Files.writeString(town.state().resolve("served-times"), "x"),
                        "served-times: the file is damaged",
                        "set aside as served-times.damaged"),
                new Damage(
                        "what a server told is overwritten",
                        town -> Files.writeString(town.state().resolve("alerts.json"), "{"),
                        "alerts.json: the file is damaged",
                        "set aside as alerts.json.damaged"),
                new Damage(
                        "a killed run left the note that it runs",
                        town -> Files.writeString(town.state().resolve("holder"), "process 7"),
                        "a process that was killed left the file",
                        "removed"),
                new Damage(
                        "a killed run left the note that it holds the store",
                        town -> Files.writeString(town.store(".holder"), "process 7"),
                        "a process that was killed left the file",
                        "removed"));
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void isToldAndMendedAndTheNextRunLeavesTheSameBytes(Damage damage) throws Exception {
        damage.act().on(town);

        Diagnosis told = doctor().look();
        Diagnosis repaired = doctor().repair();
        Outcome next = town.run();

        assertThat(texts(told))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains(damage.told()));
        assertThat(repaired.isMended()).as(texts(repaired).toString()).isTrue();
        assertThat(repaired.findings())
                .hasSameSizeAs(told.findings())
                .allSatisfy(it -> assertThat(it.done().orElse("")).startsWith(damage.done()));
        assertThat(next).isNotEqualTo(Outcome.FAILED);
        assertThat(texts(doctor().look())).isEmpty();
        assertThat(town.bytes()).isEqualTo(bytes);
    }

    private static Stream<Damage> forAPerson() {
        return Stream.of(
                new Damage(
                        "a document of which the source is gone",
                        town -> {
                            Files.delete(town.only("meter_readings/" + MONTH));
                            Files.delete(town.root().resolve("inbox/example/meters-2026-09.csv"));
                        },
                        "its source no longer has the document: restore it from a backup, or"
                                + " wattpeil documents forget ",
                        ""),
                new Damage(
                        "a document of which the source has other bytes",
                        town -> {
                            Files.delete(town.rowOf("meters-2026-09"));
                            Path source = town.root().resolve("inbox/example/meters-2026-09.csv");
                            Files.writeString(source, Files.readString(source) + "\n");
                        },
                        "its source no longer has the document",
                        ""),
                new Damage(
                        "a stray file in the ledger",
                        town -> town.write("store/documents/x.parquet", ""),
                        "x.parquet: the file is no row of the ledger, expected a name such as"
                                + " 000001-0123456789abcdef01234567.parquet; move it out of the"
                                + " store",
                        ""),
                new Damage(
                        "a stray file in a table",
                        town -> town.write("store/meter_readings/" + MONTH + "mine.parquet", ""),
                        "mine.parquet: the file is of no document, expected files that Wattpeil",
                        ""),
                new Damage(
                        "what was forgotten",
                        town -> town.write("store/.forgotten", "x"),
                        ".forgotten: the file is damaged, expected a line for each document that"
                                + " was forgotten; restore it from a backup",
                        ""),
                new Damage(
                        "who was erased",
                        town -> town.write("store/.erased", "x"),
                        ".erased: the file is damaged, expected a mark in each line; restore it"
                                + " from a backup",
                        ""),
                new Damage(
                        "a manifest",
                        town -> town.write("store/kpi_values/" + MONTH + "edition-1.json", "{"),
                        "the manifest is missing or damaged, expected what edition 1 was made from;"
                                + " restore it from a backup",
                        ""),
                new Damage(
                        "what was delivered",
                        town -> town.write("store/_deliveries/board/2026-09.json", "{"),
                        "2026-09.json: the file is damaged, expected what was delivered",
                        ""),
                new Damage(
                        "the key of recipients",
                        town -> Files.writeString(town.state().resolve("delivery-key"), "short"),
                        "delivery-key: the file is damaged, expected the key by which recipients",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("forAPerson")
    void isToldAndLeftAsItIs(Damage damage) throws Exception {
        damage.act().on(town);
        SortedMap<String, String> damaged = town.bytes();

        Diagnosis told = doctor().look();
        Diagnosis repaired = doctor().repair();

        assertThat(texts(told)).hasSize(1).first().asString().contains(damage.told());
        assertThat(told.findings()).noneMatch(Finding::isRepairable);
        assertThat(repaired.findings()).isEqualTo(told.findings());
        assertThat(repaired.isMended()).isFalse();
        assertThat(town.bytes()).isEqualTo(damaged);
    }

    @Test
    void aSoundOneIsSoundAndNothingOfItIsTouched() throws Exception {
        SortedMap<String, String> state = town.bytesOfState();

        Diagnosis told = doctor().look();

        assertThat(told).isEqualTo(new Diagnosis(2, 1, 1, false, List.of()));
        assertThat(town.bytes()).isEqualTo(bytes);
        assertThat(town.bytesOfState()).isEqualTo(state);
    }

    @Test
    void oneDamagedRowHidesNothingOfTheOthers() throws Exception {
        for (Path row : SmallTown.files(town.store("documents"))) {
            Files.writeString(row, "garbage");
        }
        Files.writeString(town.only("runs/"), "garbage");

        assertThat(doctor().look().findings()).hasSize(3);
    }

    @Test
    void anEditionIsComputedAgainOnceARunHasReadItsDocumentsAgain() throws Exception {
        flip(town.store("kpi_values/" + MONTH + "edition-1.parquet"));
        Files.delete(town.only("meter_readings/" + MONTH));

        Diagnosis first = doctor().repair();
        assertThatThrownBy(() -> town.run()).hasMessageContaining("expected edition 1 of 2026-09");
        Diagnosis second = doctor().repair();

        assertThat(first.findings()).hasSize(2).filteredOn(it -> !it.isMended()).hasSize(1);
        assertThat(texts(first)).anyMatch(it -> it.contains("it cannot be computed again ("));
        assertThat(second.findings()).hasSize(1);
        assertThat(second.isMended()).isTrue();
        assertThat(town.bytes()).isEqualTo(bytes);
    }

    @Test
    void aStoreOfANewerVersionIsRefused() throws IOException {
        Files.writeString(town.store(".format"), "3");

        assertThatThrownBy(() -> doctor().look())
                .isInstanceOf(ExplainedException.class)
                .hasMessageContaining("the store is of format 3, made by a newer version");
        assertThatThrownBy(() -> doctor().repair()).isInstanceOf(ExplainedException.class);
    }

    @Test
    void anUnreadableListHidesNothingOfTheRest() throws IOException {
        town.write("store/.forgotten", "x");
        Files.delete(town.report());
        Files.writeString(town.state().resolve("seen-files"), "x");

        assertThat(doctor().look().findings()).hasSize(3);
    }

    /** Until there is another run, there is no log of one. */
    @Test
    void theLogOfARunThatIsOverwrittenIsSetAside() throws Exception {
        Files.writeString(town.only("runs/"), "garbage");

        Diagnosis told = doctor().look();
        Diagnosis repaired = doctor().repair();

        assertThat(texts(told))
                .hasSize(1)
                .first()
                .asString()
                .contains("the file is damaged, expected the log of a run");
        assertThat(repaired.isMended()).isTrue();
        assertThat(Status.of(Setup.load(town.root()), SmallTown.CLOCK).runs()).isEmpty();
        assertThat(doctor().look().findings()).isEmpty();
    }

    @Test
    void nothingIsWrongWithWhatARunIsDoing() throws Exception {
        town = SmallTown.in(folder.resolve("another"));
        for (int number = 1; number <= 40; number++) {
            town.write(
                    "inbox/example/more-" + number + ".csv",
                    "Meter;Time;Register (kWh)\nUPS1;12/09/2026 10:00;" + number + ",5\n");
        }
        FutureTask<Outcome> run = new FutureTask<>(() -> town.run());
        new Thread(run).start();
        List<String> told = new ArrayList<>();
        int looks = 0;
        while (!run.isDone()) {
            told.addAll(texts(doctor().look()));
            looks++;
        }

        assertThat(run.get()).isEqualTo(Outcome.DONE);
        assertThat(looks).isGreaterThan(5);
        assertThat(told).isEmpty();
    }

    @Test
    void aRunThatIsAtWorkIsNotToldForWhatItHasNotFinishedAndIsNotRepaired() throws Exception {
        town.write("store/_staging/0123/x.parquet", "half");
        Files.writeString(town.only("runs/"), "garbage");

        Path state = Setup.stateFolder(town.root());
        try (WorkspaceLock held = WorkspaceLock.take(state, SmallTown.CLOCK)) {
            Diagnosis told = doctor().look();

            assertThat(told.isRunAtWork()).isTrue();
            assertThat(texts(told)).hasSize(1).first().asString().contains("the log of a run");
            assertThatThrownBy(() -> doctor().repair()).isInstanceOf(FolderInUseException.class);
        }
    }

    private Doctor doctor() {
        return new Doctor(town.root(), ServerFiles::damaged, (work, share) -> {}, SmallTown.CLOCK);
    }

    private static List<String> texts(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(it -> it.defect().text()).toList();
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
