package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
