package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.store.remote.MemoryRemote;
import eu.wattpeil.store.remote.RemoteException;
import eu.wattpeil.store.remote.RemoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store that is committed to a remote is there as a whole, whatever is killed. */
class RemoteCopyTest {

    private static final String OTHER = "fedcba987654321011111111";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @TempDir Path folder;

    private final MemoryRemote remote = new MemoryRemote();

    @Test
    void isTheSameOnAnotherHost() {
        work(store("a", remote.process()));

        Store other = store("b", remote.process());
        other.remote().claim("b");
        other.prepare();

        assertThat(other.documents())
                .extracting(LedgerRow::documentId)
                .containsExactly(SECOND_READING);
        other.requireIntact(other.documents());
        other.remote().release(true);
        assertThat(Readings.fingerprints(content("a")))
                .isEqualTo(Readings.fingerprints(remote.content()));
    }

    @Test
    void bringsTheRecordsOfAMonthHereWhenTheyAreAskedFor() {
        work(store("a", remote.process()));
        Store other = store("b", remote.process());
        other.remote().claim("b");
        other.prepare();
        other.remote().release(true);

        assertThat(content("b").keySet()).noneMatch(it -> it.startsWith("meter_readings/"));
        assertThat(other.layout().months("meter_readings"))
                .containsExactly(YearMonth.of(2026, 9), YearMonth.of(2026, 10));

        List<Path> files =
                other.layout()
                        .ofDocuments(
                                "meter_readings",
                                List.of(YearMonth.of(2026, 10)),
                                other.documentIds())
                        .files();

        assertThat(files).hasSize(1).allMatch(Files::exists);
        assertThat(content("b").keySet().stream().filter(it -> it.startsWith("meter_readings/")))
                .containsExactly("meter_readings/month=2026-10/" + SECOND_READING + ".parquet");
    }

    /** Another host brings the pack of a month, and none of the files that it took the place of. */
    @Test
    void bringsAPackWithTheRowsOfItsDocuments() {
        Store store = store("a", remote.process());
        store.remote().claim("a");
        store.prepare();
        Readings.commit(store, FIRST_READING, 1, 2, 1000);
        Readings.commit(store, OTHER, 2, 2, 2000);
        store.remote().release(true);
        Store packing = store("c", remote.process());
        packing.remote().claim("c");
        packing.prepare();
        packing.compaction()
                .pack(Datasets.METER_READINGS, YearMonth.of(2026, 9), packing.documents());
        packing.remote().release(true);

        Store other = store("b", remote.process());
        other.remote().claim("b");
        other.prepare();
        List<LedgerRow> documents = other.documents();
        List<Path> files =
                other.layout()
                        .ofDocuments(
                                "meter_readings",
                                List.of(YearMonth.of(2026, 9)),
                                other.documentIds())
                        .files();

        other.requireIntact(documents);
        assertThat(files).hasSize(1).allMatch(Files::exists);
        assertThat(Readings.query("select count(*), sum(value) from '" + files.get(0) + "'"))
                .containsExactly("4|6.000");
        other.remote().release(true);
        assertThat(remote.content().keySet())
                .filteredOn(it -> it.startsWith("meter_readings/"))
                .hasSize(1);
        assertThat(objects()).isEqualTo(named());
        assertThat(other.remote().lost()).isEmpty();
    }

    @Test
    void readsWithoutAClaim() {
        work(store("a", remote.process()));
        Store other = store("b", remote.process());
        other.remote().claim("b");
        other.remote().release(true);

        Store reading = store("b", remote.process());

        reading.requireIntact(reading.documents());
        assertThat(reading.readBytes("meter_readings/month=2026-09/" + SECOND_READING + ".parquet"))
                .isEqualTo(
                        remote.content()
                                .get(
                                        "meter_readings/month=2026-09/"
                                                + SECOND_READING
                                                + ".parquet"));
    }

    @Test
    void leavesNothingOfWhatWasForgottenOrReadAnew() {
        work(store("a", remote.process()));

        assertThat(remote.objects.keySet())
                .noneMatch(it -> it.contains(FIRST_READING) || it.contains(OTHER));
        assertThat(objects()).isEqualTo(named());
    }

    @Test
    void bringsAStoreThere() {
        Store store = Store.open(folder.resolve("a"));
        store.prepare();
        Readings.commit(store, FIRST_READING, 1, 40, 1000);

        Store copy = store("a", remote.process());
        copy.remote().claim("a");
        copy.prepare();
        copy.remote().release(true);

        assertThat(Readings.fingerprints(content("a")))
                .isEqualTo(Readings.fingerprints(remote.content()));
    }

    /** Wherever a process is killed, both its own copy and another host go on to the same end. */
    @ParameterizedTest
    @CsvSource({"a,true,1", "a,false,2", "b,true,3", "b,false,1"})
    void isWholeWhereverAProcessIsKilled(String next, boolean isLastDone, int first) {
        work(new MemoryRemote(), "whole", Long.MAX_VALUE, false);
        Map<String, String> expected = Readings.fingerprints(content("whole"));
        int killed = 0;
        for (long request = first; ; request += 3) {
            MemoryRemote fresh = new MemoryRemote();
            String place = "at-" + request + "-";
            if (!work(fresh, place + "a", request, isLastDone)) {
                break;
            }
            killed++;
            assertThat(fresh.content().values()).doesNotContainNull();
            requireSound(fresh, place + "reader");
            work(fresh, place + next, Long.MAX_VALUE, false);

            assertThat(Readings.fingerprints(fresh.content())).as(place).isEqualTo(expected);
            assertThat(Readings.fingerprints(content(place + next))).as(place).isEqualTo(expected);
            assertThat(objects(fresh)).as(place).isEqualTo(named(fresh));
        }
        assertThat(killed).isGreaterThan(8);
    }

    /** The same where this process is killed between any two steps on its own disk. */
    @Test
    void isWholeWhereverWritingTheCopyIsCutOff() throws IOException {
        work(new MemoryRemote(), "whole", Long.MAX_VALUE, false);
        Map<String, String> expected = Readings.fingerprints(content("whole"));
        for (int steps = 1; ; steps++) {
            MemoryRemote fresh = new MemoryRemote();
            String name = "cut-" + steps;
            StepDisk disk =
                    new StepDisk(Files.createDirectory(folder.resolve(name)), new QuickDisk());
            disk.cutAfter(steps);
            try {
                work(store(name, fresh.process(), disk));
                break;
            } catch (StoreException cut) {
                requireSound(fresh, name + "-reader");
            }
            work(fresh, name, Long.MAX_VALUE, false);

            assertThat(Readings.fingerprints(fresh.content())).as(name).isEqualTo(expected);
            assertThat(Readings.fingerprints(content(name))).as(name).isEqualTo(expected);
            assertThat(objects(fresh)).as(name).isEqualTo(named(fresh));
        }
    }

    /** Every document that another host sees is there with all its rows. */
    private void requireSound(MemoryRemote fresh, String name) {
        Store reader = Store.open(folder.resolve(name));
        reader.copyOfStore(() -> fresh.process().store());
        Map<String, byte[]> content = fresh.content();
        try {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                Path target = folder.resolve(name).resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        reader.requireIntact(reader.documents());
    }

    @Test
    void takesNothingMoreOfAProcessWhosePlaceWasTaken() {
        MemoryRemote.Process cutOff = remote.process();
        Store first = store("a", cutOff);
        first.remote().claim("a");
        first.prepare();
        Readings.commit(first, FIRST_READING, 1, 40, 1000);
        first.remote().commit();
        cutOff.cutOff(true);
        Readings.commit(first, OTHER, 2, 40, 1000);

        Store second = store("b", remote.process());
        second.remote().claim("b");
        second.prepare();
        Readings.commit(second, SECOND_READING, 2, 40, 1000);
        cutOff.cutOff(false);

        assertThatThrownBy(() -> first.remote().commit())
                .isInstanceOf(RemoteException.class)
                .hasMessage(
                        MemoryRemote.NAME
                                + ": the store was claimed by another process, or may have been, as"
                                + " this one gave no sign of life; what was not committed is left to"
                                + " the next run");
        first.remote().release(false);
        second.remote().release(true);
        assertThat(Readings.fingerprints(remote.content()))
                .isEqualTo(Readings.fingerprints(content("b")));
        Store again = store("a", remote.process());
        again.remote().claim("a");
        again.prepare();
        again.requireIntact(again.documents());
        again.remote().release(true);
        assertThat(again.documentIds()).containsExactly(SECOND_READING);
        assertThat(objects()).isEqualTo(named());
    }

    @Test
    void isWrittenByOneProcessAtATime() {
        Store first = store("a", remote.process());
        first.remote().claim("process 7 on host-a");
        Store second = store("b", remote.process());
        remote.beatWhileOthersWait(true);

        assertThatThrownBy(() -> second.remote().claim("b"))
                .isInstanceOf(RemoteException.class)
                .hasMessage(
                        MemoryRemote.NAME
                                + ": the store is written by process 7 on host-a, expected nobody"
                                + " else at it; wait until that process has ended, or has been"
                                + " silent for 60 s");

        remote.beatWhileOthersWait(false);
        first.remote().release(true);
        second.remote().claim("b");
        second.remote().release(true);
    }

    @Test
    void isNotWrittenWithoutItsRemote() {
        work(store("a", remote.process()));

        assertThatThrownBy(Store.open(folder.resolve("a"))::prepare)
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        folder.resolve("a")
                                + ": the store is a working copy of "
                                + MemoryRemote.NAME
                                + ", expected remote-store in config/wattpeil.yaml; put it back"
                                + " there, or give the store another folder (store)");
    }

    @Test
    void doesNotMixTwoStores() {
        work(store("a", remote.process()));
        Store own = Store.open(folder.resolve("b"));
        own.prepare();

        assertThatThrownBy(() -> store("b", remote.process()).remote().claim("b"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "the store was never a copy of "
                                + MemoryRemote.NAME
                                + ", which is not empty, expected an empty folder");
    }

    @Test
    void tellsWhichFilesTheRemoteHasLost() {
        Store store = store("a", remote.process());
        work(store);
        String lost =
                "data/000000000003/meter_readings/month=2026-09/" + SECOND_READING + ".parquet";
        assertThat(remote.objects.remove(lost)).isNotNull();

        assertThat(store("a", remote.process()).files().copy().lost())
                .extracting(RemoteFile::object)
                .containsExactly(lost);
    }

    /** That of this machine, without waiting until it has written. */
    private static final class QuickDisk implements Disk {

        @Override
        public void sync(Path file) {}

        @Override
        public void syncFolder(Path folder) {}

        @Override
        public void move(Path from, Path to) throws IOException {
            Disk.local().move(from, to);
        }

        @Override
        public void remove(Path path) throws IOException {
            Disk.local().remove(path);
        }
    }

    private void work(Store store) {
        store.remote().claim("a");
        store.prepare();
        Readings.commit(store, FIRST_READING, 1, 40, 1000);
        Readings.commit(store, OTHER, 2, 40, 1000);
        store.writeText("views.sql", "select 1;\n");
        store.remote().commit();
        Readings.commit(store, SECOND_READING, 3, 40, 2000);
        store.forgetting()
                .forget(
                        store.documents().stream()
                                .filter(it -> it.documentId().equals(OTHER))
                                .toList(),
                        DAY);
        store.writeText("views.sql", "select 2;\n");
        store.remote().release(true);
    }

    /** Whether the process was killed meanwhile. */
    private boolean work(MemoryRemote there, String name, long killedAt, boolean isLastDone) {
        MemoryRemote.Process process = there.killedAt(killedAt, isLastDone);
        try {
            work(store(name, process));
        } catch (MemoryRemote.Killed killed) {
            return true;
        }
        return process.isKilled();
    }

    private Store store(String name, MemoryRemote.Process process) {
        return store(name, process, new QuickDisk());
    }

    private Store store(String name, MemoryRemote.Process process, Disk disk) {
        Store store = new Store(folder.resolve(name), Origin.UNKNOWN, Access.OWNER, disk);
        store.copyOfStore(process::store);
        return store;
    }

    /** What is of the store in a folder. */
    private Map<String, byte[]> content(String name) {
        Map<String, byte[]> found = new TreeMap<>(Readings.files(folder.resolve(name)));
        found.keySet().removeIf(it -> it.startsWith("_remote/") || it.startsWith("_staging/"));
        return found;
    }

    private Set<String> objects() {
        return objects(remote);
    }

    private static Set<String> objects(MemoryRemote there) {
        return there.objects.keySet().stream()
                .filter(it -> it.startsWith("data/"))
                .collect(Collectors.toSet());
    }

    private Set<String> named() {
        return named(remote);
    }

    private static Set<String> named(MemoryRemote there) {
        return there.head().files().values().stream()
                .map(RemoteFile::object)
                .collect(Collectors.toSet());
    }
}
