package eu.wattpeil.store;

import static eu.wattpeil.store.PackedMonth.FOLDER;
import static eu.wattpeil.store.PackedMonth.filled;
import static eu.wattpeil.store.PackedMonth.id;
import static eu.wattpeil.store.PackedMonth.pack;
import static eu.wattpeil.store.PackedMonth.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of a month become one, and every row is seen once at any moment. */
class PackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @TempDir Path folder;

    @Test
    void hasTheSameRowsInOneFileAndTheLedgerAsItWas() {
        Store store = filled(folder, 3);
        List<LedgerRow> ledger = store.documents();
        List<String> rows = month().rows();

        assertThat(pack(store)).isTrue();

        month().assertHolds(rows, 1);
        assertThat(month().tableFiles()).allMatch(file -> file.startsWith("pack-"));
        assertThat(Store.open(folder).documents()).isEqualTo(ledger);
        Store.open(folder).requireIntact(ledger);
    }

    @Test
    void packsALateDocumentBesideThoseThatAreInIt() {
        Store store = filled(folder, 3);
        pack(store);
        Readings.commit(store, id(9), 9, 2, 9000);
        List<String> rows = month().rows();
        month().assertSeenOnce(rows);

        pack(store, id(9));

        month().assertHolds(rows, 1);
    }

    @Test
    void hasNothingOfADocumentThatWasForgotten() throws IOException {
        Store store = filled(folder, 3);
        pack(store);

        store.forgetting().forget(List.of(row(store, id(2))), TODAY);

        assertThat(month().rows()).hasSize(4).noneMatch(row -> row.contains(id(2)));
        assertThat(month().texts()).noneMatch(text -> text.contains(id(2)));
        month().assertHolds(month().rows(), 1);

        store.forgetting().restore(store.forgetting().forgotten());
        Readings.commit(store, id(2), 2, 2, 2000);
        assertThat(month().rows()).hasSize(6);
        month().assertSeenOnce(month().rows());
    }

    @Test
    void leavesNothingWhereAllItsDocumentsWereForgotten() {
        Store store = filled(folder, 3);
        pack(store);

        store.forgetting().forget(store.documents(), TODAY);

        assertThat(month().tableFiles()).isEmpty();
        assertThat(folder.resolve("_packs/meter_readings-2026-09.csv")).doesNotExist();
        assertThat(month().defects()).isEmpty();
    }

    /** Of a document that is read in another way the last reading counts, and the first goes. */
    @Test
    void hasADocumentInItsLastReading() {
        Store store = Store.open(folder);
        store.prepare();
        Readings.commit(store, Readings.FIRST_READING, 1, 2, 1000);
        Readings.commit(store, id(2), 2, 2, 2000);
        pack(store);

        Readings.commit(store, Readings.SECOND_READING, 3, 2, 5000);

        assertThat(month().seen()).hasSize(4).noneMatch(row -> row.contains("|1.000|"));
        store.compaction().settle();
        assertThat(month().rows()).hasSize(4).noneMatch(row -> row.contains("|1.000|"));
        month().assertSeenOnce(month().rows());
        assertThat(month().defects()).isEmpty();
    }

    @Test
    void goesWithItsMonth() {
        Store store = filled(folder, 3);
        pack(store);

        store.retention()
                .keepFrom(List.of(new KeptFrom("meter_readings", YearMonth.of(2026, 10), TODAY)));

        assertThat(folder.resolve(FOLDER)).doesNotExist();
        assertThat(folder.resolve("_packs/meter_readings-2026-09.csv")).doesNotExist();
        assertThat(Store.open(folder).documents()).hasSize(3);
        assertThat(month().defects()).isEmpty();
    }

    @Test
    void holdsAMonthOfManyFilesWithALateAReplacedAndAForgottenOne() throws IOException {
        Store store = filled(folder, 300);
        Readings.commit(store, Readings.FIRST_READING, 301, 2, 7000);
        pack(store);
        assertThat(month().tableFiles()).hasSize(1);
        assertThat(month().rows()).hasSize(602);

        Readings.commit(store, id(302), 302, 2, 8000);
        Readings.commit(store, Readings.SECOND_READING, 303, 2, 9000);
        store.compaction().settle();
        store.forgetting().forget(List.of(row(store, id(77))), TODAY);

        List<String> rows = month().rows();
        assertThat(rows)
                .hasSize(602)
                .noneMatch(row -> row.contains(id(77)) || row.contains(Readings.FIRST_READING));
        month().assertHolds(rows, 3);
        assertThat(month().texts()).noneMatch(text -> text.contains(id(77)));

        pack(store, id(302), Readings.SECOND_READING);

        month().assertHolds(rows, 1);
    }

    @Test
    void tellsOfADamagedPackAndReadsItsDocumentsAgain() throws IOException {
        Store store = filled(folder, 3);
        pack(store);
        List<String> rows = month().rows();
        Path pack = folder.resolve(FOLDER).resolve(month().tableFiles().get(0));
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);

        assertThatThrownBy(() -> Store.open(folder).requireIntact(Store.open(folder).documents()))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        pack
                                + ": the checksum is another, expected the "
                                + bytes.length
                                + " bytes with the rows of 3 documents; restore it from a backup,"
                                + " or run wattpeil doctor --repair: it takes those documents out"
                                + " that can be read again");
        assertThat(month().defects())
                .hasSize(3)
                .allMatch(it -> it.kind() == Defect.Kind.DOCUMENT && it.place().equals(pack));

        Store next = Store.open(folder);
        next.takeOut(id(1));
        next.takeOut(id(3));
        Readings.commit(next, id(1), 1, 2, 1000);
        assertThat(Store.open(folder).documentIds()).containsExactlyInAnyOrder(id(1), id(2));
        next.takeOut(id(2));
        Readings.commit(next, id(2), 2, 2, 2000);
        Readings.commit(next, id(3), 3, 2, 3000);
        next.prepare();

        month().assertHolds(rows, 3);
        assertThat(month().tableFiles()).noneMatch(file -> file.startsWith("pack-"));
    }

    @Test
    void hasItsRecordWrittenAnewWhereThatIsLostOrDamaged() throws IOException {
        Store store = filled(folder, 3);
        pack(store);
        List<String> rows = month().rows();
        Path record = folder.resolve("_packs/meter_readings-2026-09.csv");
        String text = Files.readString(record);
        for (String damaged : List.of("", text.substring(0, text.length() / 2))) {
            if (damaged.isEmpty()) {
                Files.delete(record);
            } else {
                Files.writeString(record, damaged);
            }
            assertThat(month().defects())
                    .extracting(Defect::text)
                    .containsExactly(
                            record
                                    + (damaged.isEmpty()
                                            ? ": the file is missing"
                                            : ": the file is damaged")
                                    + ", expected the record of the pack in "
                                    + folder.resolve(FOLDER)
                                    + "; the next run writes it anew from the pack");

            Store.open(folder).prepare();

            assertThat(Files.readString(record)).isEqualTo(text);
            month().assertSeenOnce(rows);
        }
    }

    private PackedMonth month() {
        return new PackedMonth(folder);
    }
}
