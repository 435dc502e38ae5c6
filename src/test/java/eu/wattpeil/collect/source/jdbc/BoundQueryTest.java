package eu.wattpeil.collect.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.jdbc.BoundQuery.Time;
import org.junit.jupiter.api.Test;

/** Times are found where SQL has a name, and nowhere else. */
class BoundQueryTest {

    @Test
    void findsTimesInTheirOrder() {
        BoundQuery query =
                postgres("select 1 where t < :to and t >= :from and s>:from_epoch or s<:to_epoch");

        assertThat(query.sql()).isEqualTo("select 1 where t < ? and t >= ? and s>? or s<?");
        assertThat(query.times())
                .containsExactly(Time.TO, Time.FROM, Time.FROM_EPOCH, Time.TO_EPOCH);
    }

    @Test
    void leavesOtherNamesAndCastsAlone() {
        for (String text :
                new String[] {
                    "select x::from_type, a[1:toast], :fromage, :from_date, b::from",
                    "select ':from' || 'it''s :to', \":from\"",
                    "select 1 -- :from\n",
                    "select 1 /* :from /* :to */ :from */",
                    "select $$ :from $$, $tag$ :to $$ :from $tag$",
                    "select E'it\\'s :from'",
                    "select 'open :from"
                }) {
            assertThat(postgres(text)).isEqualTo(new BoundQuery(text, java.util.List.of()));
        }
    }

    @Test
    void goesOnAfterQuotesAndComments() {
        assertThat(postgres("select '\\' , :from").sql()).isEqualTo("select '\\' , ?");
        assertThat(postgres("select 1 /* a */ , :from -- b\n, :to").times()).hasSize(2);
        assertThat(postgres("select a$1, :from, b$1").times()).hasSize(1);
        assertThat(postgres("select j #> :from").times()).hasSize(1);
    }

    @Test
    void followsTheQuotesOfMariaDb() {
        BoundQuery query =
                BoundQuery.of(
                        "select 'it\\'s :from', `:to`, \"\\\":to\" # :from\n, :to /* /* */ , :from",
                        Dialect.MARIADB);

        assertThat(query.times()).containsExactly(Time.TO, Time.FROM);
    }

    private static BoundQuery postgres(String text) {
        return BoundQuery.of(text, Dialect.POSTGRESQL);
    }
}
