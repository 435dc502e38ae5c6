package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code current.json} says is read as it was written, or not at all. */
class MonthStateTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final Edition FIRST = new Edition(MONTH, 1, "inputs", "values");
    private static final StoredFile VALUES = new StoredFile("kpi_values/first.parquet", 812, 255);
    private static final StoredFile PART = new StoredFile("hourly_energy/part.parquet", 90, 16);
    private static final LaterChange LATER =
            new LaterChange(
                    2,
                    1,
                    new LaterChange.Largest(
                            new Series(
                                    "it_energy", new Scope("room", "town-hall-sr"), Period.MONTH),
                            1200,
                            1203));

    private static MonthState complete() {
        return MonthState.UNKNOWN
                .hasMaterialised("inputs", List.of(PART))
                .wrote(1, List.of(VALUES))
                .shows(FIRST, Optional.of(LATER));
    }

    @Test
    void readsAllThatWasWritten() {
        assertThat(MonthState.parse(MONTH, complete().text())).contains(complete());
        assertThat(MonthState.parse(MONTH, MonthState.UNKNOWN.text())).contains(MonthState.UNKNOWN);
    }

    @Test
    void writesTheSameOrderWhateverCameFirst() {
        MonthState other =
                MonthState.showing(FIRST)
                        .wrote(1, List.of(VALUES))
                        .shows(FIRST, Optional.of(LATER))
                        .hasMaterialised("inputs", List.of(PART));

        assertThat(other.text())
                .isEqualTo(complete().text())
                .startsWith(
                        "{\"files\":{\"1\":\"kpi_values/first.parquet 812 ff\"},"
                                + "\"parts\":\"hourly_energy/part.parquet 90 10\","
                                + "\"edition\":1,\"fingerprint\":\"inputs\",\"contents\":\"values\","
                                + "\"later\":{\"documents\":2,\"figures\":1,")
                .endsWith("\"}\n");
    }

    @Test
    void isDamagedWhereAnyOfItIsAnother() {
        String text = complete().text();

        assertThat(MonthState.parse(MONTH, text.replace("\"edition\":1", "\"edition\":2")))
                .isEmpty();
        assertThat(MonthState.parse(MONTH, text.substring(0, text.length() / 2))).isEmpty();
        assertThat(MonthState.parse(MONTH, "")).isEmpty();
        assertThat(MonthState.parse(MONTH, "[]")).isEmpty();
        assertThat(MonthState.parse(MONTH, "{\"files\":{\"1\":\"no file\"}}")).isEmpty();
        assertThat(MonthState.parse(MONTH, "{\"edition\":\"first\"}")).isEmpty();
    }

    @Test
    void readsOneFromBeforeThereWereChecks() {
        String text = "{\"edition\":2,\"fingerprint\":\"f\",\"contents\":\"c\"}";

        MonthState state = MonthState.parse(MONTH, text).orElseThrow();

        assertThat(state.shown()).contains(new Edition(MONTH, 2, "f", "c"));
        assertThat(state.parts()).isEmpty();
        assertThat(state.files()).isEmpty();
    }

    @Test
    void showsNoEditionBeforeThatIsSaid() {
        MonthState written =
                complete().wrote(2, List.of(new StoredFile("kpi_values/second.parquet", 1, 1)));

        assertThat(written.shown()).contains(FIRST);
        assertThat(written.files()).containsOnlyKeys(1, 2);
        assertThat(MonthState.UNKNOWN.wrote(1, List.of(VALUES)).shown()).isEmpty();
    }

    @Test
    void keepsWhatIsThereWhenAnotherEditionIsShown() {
        Edition second = new Edition(MONTH, 2, "more inputs", "other values");

        MonthState state = complete().shows(second, Optional.empty());

        assertThat(state.shown()).contains(second);
        assertThat(state.later()).isEmpty();
        assertThat(state.materialised()).contains("more inputs");
        assertThat(state.files()).isEqualTo(complete().files());
        assertThat(state.parts()).isEqualTo(complete().parts());
    }
}
