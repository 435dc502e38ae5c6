package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoryFactsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Dataset TABLE = Datasets.DEVICES;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);

    @TempDir private Path folder;
    private Store store;

    @BeforeEach
    void openStore() {
        store = Store.open(folder);
    }

    @Test
    void tellsNothingOfAnEmptyStore() {
        assertThat(CategoryFacts.unknown(store, store.documents(), Set.of())).isEmpty();
    }

    @Test
    void countsTheDevicesOfCategoriesWithoutAProfile() {
        write("a", "assets", JANUARY, "kiosk", "kiosk", "laptop", "drone", "", "kiosk");

        assertThat(CategoryFacts.unknown(store, store.documents(), Set.of("laptop")))
                .containsExactly(
                        new CategoryFacts("assets", "kiosk", 3),
                        new CategoryFacts("assets", "drone", 1));
    }

    @Test
    void countsThoseOfTheLastSnapshotOfEachDefinition() {
        write("a", "assets", JANUARY, "kiosk", "drone", "drone");
        write("b", "assets", FEBRUARY, "laptop", "drone");
        write("c", "servers", JANUARY, "kiosk");

        assertThat(CategoryFacts.unknown(store, store.documents(), Set.of("laptop")))
                .containsExactly(
                        new CategoryFacts("assets", "drone", 1),
                        new CategoryFacts("servers", "kiosk", 1));
    }

    @Test
    void countsThoseOfTheLastSnapshotUntilADay() {
        write("a", "assets", JANUARY, "kiosk", "drone", "drone");
        write("b", "assets", FEBRUARY, "laptop", "drone");

        assertThat(CategoryFacts.unknown(store, Set.of("laptop"), JANUARY.minusDays(60), JANUARY))
                .containsExactly(
                        new CategoryFacts("assets", "drone", 2),
                        new CategoryFacts("assets", "kiosk", 1));
        assertThat(
                        CategoryFacts.unknown(
                                store,
                                Set.of("laptop"),
                                FEBRUARY.plusDays(1),
                                FEBRUARY.plusDays(60)))
                .isEmpty();
    }

    /** A snapshot with a device of each category; empty for none. */
    private void write(
            String documentId, String definition, LocalDate observedOn, String... categories) {
        RowBlock rows = new RowBlock(TABLE, categories.length + 1);
        for (int i = 0; i < categories.length; i++) {
            rows.set(TABLE.index("observed_on"), observedOn.toEpochDay());
            rows.set(TABLE.index("device_id"), Text.of("D-" + i));
            if (!categories[i].isEmpty()) {
                rows.set(TABLE.index("category"), Text.of(categories[i]));
            }
            rows.set(TABLE.index("document_id"), Text.of(documentId));
            rows.set(TABLE.index("line"), i + 2L);
            rows.closeRow();
        }
        try (DocumentWriter document = store.document(documentId, TABLE, ZONE)) {
            PartWriter part = document.part(0);
            part.write(rows);
            part.finish();
            document.commit(
                    new LedgerRow(
                            documentId,
                            1,
                            definition,
                            "reading",
                            TABLE.name(),
                            "inbox/" + documentId + ".csv",
                            documentId,
                            100,
                            categories.length,
                            0));
        }
    }
}
