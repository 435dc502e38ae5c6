package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spark's own grammar reads the models. It says nothing about names: whether Spark has a function
 * of that name, only Spark itself knows.
 */
final class SparkSqlTest {

    private static final Path MODELS = Path.of("jobs", "models");

    /**
     * Prepare an engine each: what the two spell differently stands there, so that models do not.
     */
    private static final String PRELUDE = "prelude-";

    @Test
    void readsEveryModel() throws IOException {
        try (Stream<Path> files = Files.walk(MODELS)) {
            List<Path> models =
                    files.filter(file -> file.toString().endsWith(".sql"))
                            .filter(file -> !file.getFileName().toString().startsWith(PRELUDE))
                            .sorted()
                            .toList();
            assertThat(models).hasSizeGreaterThan(40);
            List<String> problems = new ArrayList<>();
            for (Path model : models) {
                problems.addAll(problems(model, Files.readString(model)));
            }
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    comma before from        | value,                                        | 4 | from
                    list of its own          | [value] as values                             | 3 | [
                    column by its position   | #1 as value                                   | 3 | #
                    all columns but one      | * exclude (value)                             | 3 | (
                    lambda of its own        | list_filter(xs, lambda x: x > 1)              | 3 | x
                    filter after the windows | (select 2 from meters qualify 1 = 1) as value | 3 | 1
                    text in dollars          | $text$a$text$ as value                        | 3 | $
                    assigned argument        | round(value, digits := 1) as value            | 3 | =
                    """)
    void tellsWhereDuckDbIsOnItsOwn(String what, String column, int line, String found) {
        assertThat(
                        problems(
                                MODELS.resolve("kpi").resolve("sheets.sql"),
                                "-- unit: sheets\nselect\n    " + column + "\nfrom meters\n"))
                .as(what)
                .first()
                .asString()
                .startsWith("jobs/models/kpi/sheets.sql:" + line + ": Spark cannot read ")
                .contains("'" + found + "'");
    }

    /**
     * What Spark cannot read in a query, each as {@code file:line: why}; empty where it reads it.
     */
    private static List<String> problems(Path file, String sql) {
        List<String> problems = new ArrayList<>();
        // Key words are upper case in the grammar; Spark gives it the text so, too.
        SqlBaseParser parser =
                new SqlBaseParser(
                        new CommonTokenStream(
                                new SqlBaseLexer(
                                        CharStreams.fromString(sql.toUpperCase(Locale.ROOT)))));
        // As where Spark keeps to the standard: else it takes "from" after a comma for a column.
        parser.SQL_standard_keyword_behavior = true;
        parser.removeErrorListeners();
        parser.addErrorListener(
                new BaseErrorListener() {
                    @Override
                    public void syntaxError(
                            Recognizer<?, ?> recognizer,
                            Object symbol,
                            int line,
                            int column,
                            String message,
                            RecognitionException failure) {
                        Token token = (Token) symbol;
                        String found =
                                token.getType() == Token.EOF
                                        ? "the end"
                                        : "'"
                                                + sql.substring(
                                                        token.getStartIndex(),
                                                        token.getStopIndex() + 1)
                                                + "'";
                        problems.add(file + ":" + line + ": Spark cannot read " + found);
                    }
                });
        parser.singleQuery();
        return problems;
    }
}
