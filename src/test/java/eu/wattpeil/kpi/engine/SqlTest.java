package eu.wattpeil.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void endsAStatementAtASemicolonThatStandsInNoTextAndNoRemark() {
        assertThat(
                        Sql.statements(
                                "-- one; of two\nselect ';', \";\";\n/* ; */ select 2;\n-- the end;\n"))
                .containsExactly("-- one; of two\nselect ';', \";\"", "\n/* ; */ select 2");
    }
}
