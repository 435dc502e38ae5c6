package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.page.Table.Column;
import eu.wattpeil.report.page.Table.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableWidthsTest {

    @Test
    void givesLongTextsMoreRoomAndNoColumnLessThanItsLongestWord() {
        Table table =
                new Table(
                        List.of(Column.text("Figure"), Column.text("Formula")),
                        List.of(
                                Row.of("energy", "a sum of all that goes into the room, by hour"),
                                Row.of("uninterruptible", "one thing")));

        List<Integer> widths = table.widths();

        assertThat(widths.get(0)).isBetween(15, 40);
        assertThat(widths.get(0) + widths.get(1)).isBetween(99, 101);
    }

    @Test
    void keepsWhatStaysOnOneLineWhole() {
        Table table =
                new Table(
                        List.of(Column.of(Column.Kind.WORD, "Value"), Column.text("Source")),
                        List.of(
                                Row.of("2252 degree-days/month", "a publisher"),
                                Row.of("1 kWh", "a publisher")));

        assertThat(table.widths().get(0)).isGreaterThan(20);
    }

    @Test
    void letsAWordWithoutEndTakeNoMoreThanItsShare() {
        Table table =
                new Table(
                        List.of(Column.text("Name"), Column.text("Kind")),
                        List.of(Row.of("x".repeat(400), "a kind of things")));

        assertThat(table.widths().get(1)).isGreaterThan(5);
    }
}
