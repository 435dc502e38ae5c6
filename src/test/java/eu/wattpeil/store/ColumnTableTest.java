package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ColumnTableTest {

    @Test
    void tellsValuesUnitAndMeaningOfEachColumn() {
        assertThat(ColumnTable.of(Datasets.METER_READINGS))
                .contains(
                        "| `meter_key` | text |  | yes | the meter as its source names it |\n",
                        "| `quality` | `measured`, `estimated`, `unvalidated` |  |  | null where",
                        "| `value` | number, three decimals | W, Wh, L or m°C | yes | the reading;")
                .doesNotContain("document_id", "`line`");
    }

    /** {@code wattpeil columns} prints the tables. */
    @Test
    void pageHasTheTablesAsTheyAre() {
        assertThat(Path.of("src/site/markdown/datasets.md")).content().endsWith(ColumnTable.all());
    }
}
