package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionTableTest {

    private static final double THRESHOLD = 0.001;

    private static final PublishedTable TABLE =
            new PublishedTable(
                    "parts",
                    List.of(
                            Column.required("part", ColumnType.TEXT, "the part"),
                            new Column(
                                    "outcome",
                                    ColumnType.TEXT,
                                    true,
                                    List.of("more", "less"),
                                    "which way"),
                            Column.optional("low", ColumnType.FINE_DECIMAL, "least").in("kWh"),
                            Column.optional("high", ColumnType.FINE_DECIMAL, "most").in("kWh"),
                            Column.optional("value", ColumnType.FINE_DECIMAL, "of any unit"),
                            Column.optional("places", ColumnType.INTEGER, "how many"),
                            Column.optional("coverage", ColumnType.DOUBLE, "share known")),
                    List.of("part"),
                    Optional.empty());

    @Test
    void isTheSameWhateverTheOrderOfItsRowsAndTheDigitsOfItsAmounts() {
        EditionTable one = table(row("a", "more", "1", "2"), row("b", "less", "3", "4"));
        EditionTable other = table(row("b", "less", "3.000", "4"), row("a", "more", "1.0", "2"));

        assertThat(one).isEqualTo(other);
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(one.text()).isNotEqualTo(table(row("a", "more", "1", "2")).text());
    }

    @Test
    void isMaterialAboveTheThresholdOfTheLargestAmountOfItsUnitInTheRow() {
        EditionTable published = table(row("a", "more", "10", "1000"));

        assertThat(isMaterial(published, row("a", "more", "10", "1001"))).isFalse();
        assertThat(isMaterial(published, row("a", "more", "10", "1001.1"))).isTrue();
        assertThat(isMaterial(published, row("a", "more", "11", "1000"))).isFalse();
        assertThat(isMaterial(published, row("a", "more", "11.1", "1000"))).isTrue();
    }

    @Test
    void measuresAnAmountOfNoUnitByItself() {
        EditionTable published = table(row("a", "10", Optional.of(1L), 1.0));

        assertThat(isMaterial(published, row("a", "10.01", Optional.of(1L), 1.0))).isFalse();
        assertThat(isMaterial(published, row("a", "10.02", Optional.of(1L), 1.0))).isTrue();
        assertThat(
                        isMaterial(
                                table(row("a", "0", Optional.of(1L), 1.0)),
                                row("a", "0.000001", Optional.of(1L), 1.0)))
                .isTrue();
    }

    @Test
    void isMaterialWhereATextACountOrARowIsAnotherOne() {
        EditionTable published = table(row("a", "10", Optional.of(1L), 1.0));

        assertThat(isMaterial(published, row("a", "10", Optional.of(2L), 1.0))).isTrue();
        assertThat(isMaterial(published, row("a", "10", Optional.empty(), 1.0))).isTrue();
        assertThat(isMaterial(published, row("b", "10", Optional.of(1L), 1.0))).isTrue();
        assertThat(isMaterial(table(row("a", "more", "1", "2")), row("a", "less", "1", "2")))
                .isTrue();
        assertThat(table().isMaterialChangeOf(published, THRESHOLD)).isTrue();
        assertThat(published.isMaterialChangeOf(table(), THRESHOLD)).isTrue();
    }

    @Test
    void takesMoreKnowledgeOfTheSameAmountsForNoChange() {
        assertThat(
                        isMaterial(
                                table(row("a", "10", Optional.of(1L), 0.5)),
                                row("a", "10", Optional.of(1L), 1.0)))
                .isFalse();
    }

    @Test
    void refusesRowsThatNobodyCouldReadBack() {
        assertThatThrownBy(() -> table(row("a", "more", "1", "2"), row("a", "less", "1", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot publish parts: rows of a are several, expected one");
        assertThatThrownBy(() -> table(row("a", "nothing", "1", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot publish parts: outcome is \"nothing\", expected one of more, less,"
                                + " in the row of a");
        assertThatThrownBy(() -> new EditionTable(TABLE, List.of(List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot publish parts: values of a row are 1, expected 7");
    }

    private static boolean isMaterial(EditionTable published, List<Object> row) {
        return table(row).isMaterialChangeOf(published, THRESHOLD);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static EditionTable table(List<Object>... rows) {
        return new EditionTable(TABLE, List.of(rows));
    }

    private static List<Object> row(String part, String outcome, String low, String high) {
        return List.of(
                part,
                outcome,
                new BigDecimal(low),
                new BigDecimal(high),
                Optional.empty(),
                1L,
                1.0);
    }

    private static List<Object> row(
            String part, String value, Optional<Long> places, double coverage) {
        return List.of(
                part,
                "more",
                Optional.empty(),
                Optional.empty(),
                new BigDecimal(value),
                places,
                coverage);
    }
}
