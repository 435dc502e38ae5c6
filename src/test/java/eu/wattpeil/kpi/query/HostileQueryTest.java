package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.wattpeil.kpi.edition.TestWorkspace;
import eu.wattpeil.kpi.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever may ask may read what the store holds, and no more: no other file, no network, no
 * extension, no setting; and nothing is changed.
 */
class HostileQueryTest {

    private static final String SECRET = "geheim-1234";

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void fillStoreAndPutASecretBeside() throws IOException {
        workspace =
                new TestWorkspace(folder.resolve("town"))
                        .headcounts(List.of(Values.people("archive", 6)));
        workspace.readings("a", "hall", "2026-08-31T22:00:00Z", 720, 1000);
        Files.writeString(folder.resolve("secret.csv"), "word\n" + SECRET + "\n");
        Files.writeString(folder.resolve("secret.json"), "{\"word\": \"" + SECRET + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('$/secret.csv')",
                "select * from read_blob('$/secret.csv')",
                "select * from read_csv('$/secret.csv')",
                "select * from read_csv_auto('$/secret.*')",
                "select * from sniff_csv('$/secret.csv')",
                "select * from read_json('$/secret.json')",
                "select * from read_json_objects('$/secret.json')",
                "select * from read_ndjson('$/secret.json')",
                "select * from read_parquet('$/secret.parquet')",
                "select * from parquet_metadata('$/secret.parquet')",
                "select * from parquet_schema('$/secret.parquet')",
                "select * from read_duckdb('$/secret.db')",
                "select * from '$/secret.csv'",
                "select * from \"$/secret.csv\"",
                "from '$/secret.json'",
                "select * from read_text('$/town/store/../../secret.csv')",
                "select * from read_text('$/town/store/./../../secret.csv')",
                "select * from '$/town/store/../../secret.csv'",
                "select * from query_table('$/secret.csv')",
                "select * from query('select * from read_text(''$/secret.csv'')')",
                "select * from read_text(['$/secret.csv'])",
                "select * from read_text('file://$/secret.csv')",
                "select * from read_text('/proc/self/environ')",
                "select * from read_text('http://127.0.0.1:9/')",
                "select * from 'https://example.org/x.parquet'",
                "select * from 's3://bucket/x.parquet'",
                "select * from 'hf://datasets/x.parquet'",
                "select getenv('PATH')",
                "attach '$/other.db' as other",
                "attach ':memory:' as other",
                "attach 'postgres:dbname=x' as other (type postgres)",
                "detach memory",
                "use memory",
                "install httpfs",
                "load httpfs",
                "load '$/evil.duckdb_extension'",
                "force install spatial from 'http://127.0.0.1:9'",
                "copy (select 1) to '$/out.csv'",
                "copy documents from '$/secret.csv'",
                "export database '$/out'",
                "import database '$/out'",
                "create table t as select 1",
                "create or replace view documents as select 1",
                "create macro month(x) as 1",
                "create secret (type s3, key_id 'a', secret 'b')",
                "insert into documents default values",
                "update documents set name = 'x'",
                "delete from documents",
                "truncate documents",
                "drop view documents",
                "alter view documents rename to d",
                "set enable_external_access = true",
                "set global allowed_directories = ['/']",
                "set lock_configuration = false",
                "set temp_directory = '$'",
                "reset memory_limit",
                "pragma enable_profiling",
                "pragma database_list",
                "pragma enable_logging",
                "call enable_logging(storage = 'file')",
                "call pragma_version()",
                "checkpoint",
                "vacuum",
                "begin",
                "prepare p as select 1",
                "execute p",
                "explain analyze select * from read_text('$/secret.csv')",
                "select 1; select 2",
                "select 1 /* ; */; attach '$/other.db'",
                "select * from json_execute_serialized_sql("
                        + "json_serialize_sql('select * from read_text(''$/secret.csv'')'))",
                "pragma json_execute_serialized_sql('{}')"
            })
    void isRefusedAndChangesNothing(String sql) throws IOException {
        List<String> before = tree();
        StringBuilder out = new StringBuilder();

        Throwable refusal = catchThrowable(() -> ask(sql.replace("$", folder.toString()), out));

        assertThat(refusal).as(out.toString()).isInstanceOf(QueryException.class);
        assertThat(refusal.getMessage().lines()).hasSize(1);
        assertThat(refusal.getMessage() + out).doesNotContain(SECRET);
        assertThat(tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from glob('$/*')",
                "select * from glob('/etc/*')",
                "select * from duckdb_secrets()",
                "select * from duckdb_extensions() where loaded",
                "select current_setting('enable_external_access'),"
                        + " current_setting('lock_configuration')"
            })
    void tellsNothingOfWhatIsOutside(String sql) {
        StringBuilder out = new StringBuilder();

        Throwable refusal = catchThrowable(() -> ask(sql.replace("$", folder.toString()), out));

        assertThat(out + "" + refusal)
                .doesNotContain("secret.csv")
                .doesNotContain("passwd")
                .doesNotContain("httpfs")
                .doesNotContain("true,")
                .doesNotContain(",false");
    }

    @Test
    void removesFromItsOwnMemoryAlone() throws IOException {
        List<String> before = tree();
        StringBuilder removed = new StringBuilder();
        StringBuilder left = new StringBuilder();

        ask("with t as (delete from documents returning *) select document_id from t", removed);
        ask("select document_id from documents", left);

        assertThat(removed.toString()).isEqualTo("document_id\na\n");
        assertThat(left.toString()).isEqualTo("document_id\na\n");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void doesNotFollowALinkOutOfTheStore() throws IOException {
        Path link = folder.resolve("town/store/leak");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, folder);
        StringBuilder out = new StringBuilder();

        Throwable refusal =
                catchThrowable(
                        () -> ask("select * from read_text('" + link + "/secret.csv')", out));

        assertThat(out.toString()).doesNotContain(SECRET);
        assertThat(refusal).isInstanceOf(QueryException.class);
    }

    private void ask(String sql, StringBuilder out) {
        Query.over(workspace.workspace(), workspace.store())
                .within(Duration.ofSeconds(20))
                .run(sql, Query.Format.CSV, out);
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
