package eu.wattpeil.kpi.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts of SQL. */
public final class Sql {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*+|/\\*.*?\\*/|;",
                    Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\\w+");

    private Sql() {}

    /** The SQL file of that name, which lies beside the class that uses it. */
    public static String resource(Class<?> user, String name) {
        try (InputStream in = user.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("Cannot find SQL: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The statements of a text, each without the semicolon that ends it. */
    public static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            if (token.group().equals(";")) {
                statements.add(text.substring(from, token.start()));
                from = token.end();
            }
        }
        statements.add(text.substring(from));
        return statements.stream().filter(it -> !withoutRemarks(it).isBlank()).toList();
    }

    /** All words of a text, be they names or not. */
    public static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static String withoutRemarks(String statement) {
        return TOKEN.matcher(statement)
                .replaceAll(
                        token ->
                                token.group().startsWith("-") || token.group().startsWith("/")
                                        ? ""
                                        : "x");
    }

    /**
     * A single statement without the semicolon that may end it, so that it can be put into another.
     */
    public static String withoutSemicolon(String statement) {
        if (statement.indexOf(';') < 0) {
            return statement;
        }
        Matcher token = TOKEN.matcher(statement);
        while (token.find()) {
            if (token.group().equals(";")) {
                return statement.substring(0, token.start());
            }
        }
        return statement;
    }
}
