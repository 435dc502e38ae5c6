package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerNameTest {

    @ParameterizedTest
    @CsvSource({
        "1, 000001-0123456789abcdef.parquet",
        "999999, 999999-0123456789abcdef.parquet",
        "1000000, 1000000-0123456789abcdef.parquet"
    })
    void batchesHaveSixDigitsAtLeast(long batch, String file) {
        LedgerName name = new LedgerName(batch, "0123456789abcdef");

        assertThat(name.file()).isEqualTo("documents/" + file);
        assertThat(LedgerName.parse(file)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".parquet",
                "000001-.parquet",
                "00001-0123456789abcdef.parquet",
                "1234567890123456789-0123456789abcdef.parquet",
                "00000x-0123456789abcdef.parquet",
                "\u0660\u0660\u0660\u0660\u0660\u0661-0123456789abcdef.parquet",
                "000001-0123456789abcdef-1.parquet",
                "000001-0123456789.abcdef.parquet",
                "000001-0123456789abcdef.parquet.bak",
                "000001-0123456789abcdefparquet",
                "0123456789abcdef.parquet"
            })
    void otherNamesAreNoRows(String file) {
        assertThat(LedgerName.parse(file)).isEmpty();
    }
}
