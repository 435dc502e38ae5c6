package eu.wattpeil.kpi.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlLimitsTest {

    @Test
    void refusesBracketsThatAParserWouldTakeMinutesFor() {
        assertThatThrownBy(() -> SqlLimits.check("select\n" + "(".repeat(20_000)))
                .isInstanceOf(SqlException.class)
                .hasMessage("brackets are more than 100 deep, expected fewer")
                .extracting(failure -> ((SqlException) failure).line())
                .isEqualTo(2);
    }

    @Test
    void refusesSignsThatAParserWouldTakeMinutesFor() {
        assertThatThrownBy(() -> SqlLimits.check("select 1\n, " + "- ".repeat(20_000)))
                .isInstanceOf(SqlException.class)
                .hasMessage("signs are more than 100 in a row, expected a value")
                .extracting(failure -> ((SqlException) failure).line())
                .isEqualTo(2);
    }

    @Test
    void refusesAMegabyte() {
        assertThatThrownBy(() -> SqlLimits.check("select 1" + ", 1".repeat(333_333)))
                .isInstanceOf(SqlException.class)
                .hasMessage("the text is 1000007 characters long, expected at most 200000");
    }

    @Test
    void leavesTextsCommentsAndSumsAlone() {
        String many = "(".repeat(1_000);

        assertThatCode(
                        () ->
                                SqlLimits.check(
                                        "select '"
                                                + many
                                                + "' as \""
                                                + many
                                                + "\" -- "
                                                + many
                                                + "\n/* "
                                                + many
                                                + " */"
                                                + ", f(1)".repeat(1_000)
                                                + " + -1".repeat(1_000)
                                                + " -- "
                                                + "-".repeat(1_000)))
                .doesNotThrowAnyException();
    }
}
