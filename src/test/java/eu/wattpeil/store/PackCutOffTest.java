package eu.wattpeil.store;

import static eu.wattpeil.store.PackedMonth.EXCHANGED;
import static eu.wattpeil.store.PackedMonth.filled;
import static eu.wattpeil.store.PackedMonth.id;
import static eu.wattpeil.store.PackedMonth.pack;
import static eu.wattpeil.store.PackedMonth.packedWithALateOne;
import static eu.wattpeil.store.PackedMonth.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever packing is cut off, and whoever looks meanwhile, every row is there once. */
class PackCutOffTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @TempDir Path folder;

    /**
     * The power is cut at each step in turn; nothing is lost or doubled, and the next run ends it.
     */
    @Test
    void isWholeWhereverPackingWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = filled(undisturbed, 3);
        whole.prepare();
        List<String> rows = new PackedMonth(undisturbed).rows();
        pack(whole);
        whole.prepare();
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        int steps =
                StepDisk.cutEverywhere(
                        folder,
                        root -> filled(root, 3),
                        PackedMonth::pack,
                        (root, cut) -> {
                            PackedMonth month = new PackedMonth(root);
                            month.assertNotMiscounted(rows);
                            assertThat(month.defects())
                                    .as(cut)
                                    .allMatch(it -> it.kind() == Defect.Kind.LEFTOVER);
                            assertFormatBeforeRecords(root);
                            Store next = Store.open(root);
                            next.prepare();
                            month.assertSeenOnce(rows);
                            assertThat(month.rows()).as(cut).isEqualTo(rows);
                            assertPacksTo(expected, next, cut);
                        });
        assertThat(steps).isGreaterThan(10);
    }

    @Test
    void isWholeWhereverPackingALateDocumentWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = packedWithALateOne(undisturbed);
        List<String> rows = new PackedMonth(undisturbed).rows();
        pack(whole, id(9));
        whole.prepare();
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        StepDisk.cutEverywhere(
                folder,
                PackedMonth::packedWithALateOne,
                store -> pack(store, id(9)),
                (root, cut) -> {
                    PackedMonth month = new PackedMonth(root);
                    month.assertNotMiscounted(rows);
                    Store next = Store.open(root);
                    next.prepare();
                    assertThat(month.rows()).as(cut).isEqualTo(rows);
                    assertPacksTo(expected, next, cut);
                });
    }

    @Test
    void isWholeWhereverForgettingWasCutOff() throws IOException {
        StepDisk.cutEverywhere(
                folder,
                root -> {
                    Store store = filled(root, 3);
                    pack(store);
                    return store;
                },
                store -> store.forgetting().forget(List.of(row(store, id(2))), TODAY),
                (root, cut) -> {
                    PackedMonth month = new PackedMonth(root);
                    boolean isIn = Store.open(root).documentIds().contains(id(2));
                    assertThat(month.seen()).as(cut).hasSize(isIn ? 6 : 4);
                    Store next = Store.open(root);
                    next.prepare();
                    assertThat(month.rows()).as(cut).hasSize(isIn ? 6 : 4);
                    assertThat(month.defects()).as(cut).isEmpty();
                    if (!isIn) {
                        assertThat(month.texts()).noneMatch(text -> text.contains(id(2)));
                    }
                });
    }

    /** Whoever lists the month between two steps of packing sees each row once. */
    @Test
    void readersSeeEachRowOnceBetweenAnyTwoSteps() throws IOException {
        Path counted = folder.resolve("counted");
        filled(counted, 3);
        StepDisk all = new StepDisk(counted);
        pack(new Store(counted, Origin.UNKNOWN, Access.OWNER, all));
        for (int steps = 0; steps < all.steps().size(); steps++) {
            Path root = Files.createDirectory(folder.resolve("paused-" + steps));
            filled(root, 3);
            PackedMonth month = new PackedMonth(root);
            List<String> rows = month.rows();
            StepDisk disk = new StepDisk(root);
            List<List<String>> seen = new ArrayList<>();
            disk.pauseAfter(
                    steps,
                    () -> {
                        seen.add(month.seen());
                        seen.add(month.byViewsUnlessRefused(rows));
                        Store.open(root).requireIntact(Store.open(root).documents());
                    });
            pack(new Store(root, Origin.UNKNOWN, Access.OWNER, disk));
            assertThat(seen).as("after " + steps).containsExactly(rows, rows);
        }
    }

    /** A query lists the files and reads the records at two moments, and a run comes between. */
    @Test
    void viewsRefuseFilesThatTheRecordsOfAnotherMomentDoNotExpect() throws IOException {
        Store store = packedWithALateOne(folder);
        Map<String, byte[]> before = Readings.files(folder);
        pack(store, id(9));
        Map<String, byte[]> after = Readings.files(folder);

        for (boolean isRecordOlder : List.of(false, true)) {
            Path mixed = Files.createDirectory(folder.resolve("older-" + isRecordOlder));
            write(mixed, isRecordOlder ? after : before, file -> !file.startsWith("_packs/"));
            write(mixed, isRecordOlder ? before : after, file -> file.startsWith("_packs/"));

            assertThatThrownBy(() -> new PackedMonth(mixed).byViews())
                    .cause()
                    .hasMessage(EXCHANGED);
        }
    }

    private static void write(Path root, Map<String, byte[]> files, Predicate<String> isMeant)
            throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isMeant.test(file.getKey())) {
                Path target = root.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
    }

    private static void assertFormatBeforeRecords(Path root) throws IOException {
        if (Files.exists(root.resolve("_packs"))) {
            assertThat(Files.readString(root.resolve(".format"))).isEqualTo("2\n");
        }
    }

    /** What is left over becomes the bytes of a store that nothing happened to. */
    private static void assertPacksTo(Map<String, String> expected, Store store, String cut)
            throws IOException {
        packWhatIsLoose(store);
        store.prepare();
        assertThat(Readings.fingerprints(Readings.files(store.root()))).as(cut).isEqualTo(expected);
    }

    private static void packWhatIsLoose(Store store) {
        Set<String> loose =
                new PackedMonth(store.root())
                        .tableFiles().stream()
                                .filter(file -> !file.startsWith("pack-"))
                                .map(StoreLayout::documentId)
                                .collect(Collectors.toSet());
        if (!loose.isEmpty()) {
            pack(store, loose.toArray(String[]::new));
        }
    }
}
