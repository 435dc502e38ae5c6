package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.SqlLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What DuckDB's own parser says of a text of SQL.
 *
 * @param statements how many there are
 * @param relations the tables and views that it reads, its own named parts ({@code with}) left out
 * @param functions the functions that it reads as tables
 * @param isAboutCatalogue whether it asks for the list of tables
 */
public record ParsedSql(
        int statements,
        List<Mention> relations,
        List<Mention> functions,
        boolean isAboutCatalogue) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Parses without looking at any table.
     *
     * @throws SqlException with its line where it is no SQL, or something other than a select
     */
    public static ParsedSql of(String sql, Database database) {
        SqlLimits.check(sql);
        String text =
                database.list("select json_serialize_sql(?)", row -> row.getString(1), sql).get(0);
        JsonNode answer = tree(text);
        if (answer.path("error").asBoolean()) {
            boolean isSyntax = answer.path("error_type").asString().equals("parser");
            int line = isSyntax ? line(sql, answer.path("position").asString("0")) : 0;
            throw new SqlException(
                    isSyntax
                            ? answer.path("error_message").asString()
                            : "the statement is no select, expected one",
                    line);
        }
        Walk walk = new Walk(sql);
        answer.path("statements").values().forEach(statement -> walk.visit(statement, Set.of()));
        return new ParsedSql(
                answer.path("statements").size(),
                List.copyOf(walk.relations),
                List.copyOf(walk.functions),
                walk.isAboutCatalogue);
    }

    /** The same as lines of text, of which {@link #ofLines} makes it again. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(statements + " " + isAboutCatalogue));
        relations.forEach(it -> lines.add("relation " + it.line() + " " + it.name()));
        functions.forEach(it -> lines.add("function " + it.line() + " " + it.name()));
        return lines;
    }

    /** What lines of {@link #lines} tell. */
    public static ParsedSql ofLines(List<String> lines) {
        String[] first = lines.get(0).split(" ", 2);
        return new ParsedSql(
                Integer.parseInt(first[0]),
                mentions(lines, "relation"),
                mentions(lines, "function"),
                Boolean.parseBoolean(first[1]));
    }

    private static List<Mention> mentions(List<String> lines, String kind) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(" ", 3))
                .filter(parts -> parts[0].equals(kind))
                .map(parts -> new Mention(parts[2], Integer.parseInt(parts[1])))
                .toList();
    }

    /** The parser's answer, which nests as the statement does: {@code 1+1+1+…} in itself. */
    private static JsonNode tree(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException tooDeep) {
            throw new SqlException("the statement nests too deep, expected a shorter one", 0);
        }
    }

    /** The parser counts bytes. */
    private static int line(String sql, String position) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        int line = 1;
        for (int i = 0;
                i < Math.max(0, Long.parseUnsignedLong(position)) && i < bytes.length;
                i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Goes through the tree of a statement, knowing which names are its own at each place. */
    private static final class Walk {

        private final String sql;
        private final List<Mention> relations = new ArrayList<>();
        private final List<Mention> functions = new ArrayList<>();
        private boolean isAboutCatalogue;

        Walk(String sql) {
            this.sql = sql;
        }

        void visit(JsonNode node, Set<String> outerNames) {
            Set<String> names = namesWithin(node, outerNames);
            switch (node.path("type").asString("")) {
                case "BASE_TABLE" -> note(node, names);
                case "TABLE_FUNCTION" ->
                        functions.add(
                                new Mention(
                                        node.path("function").path("function_name").asString(),
                                        line(sql, node.path("query_location").asString())));
                case "SHOW_REF" -> isAboutCatalogue = true;
                default -> {}
            }
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                if (!child.getKey().equals("cte_map")) {
                    visit(child.getValue(), names);
                }
            }
            if (node.isArray()) {
                node.values().forEach(child -> visit(child, names));
            }
        }

        /** A named part sees those before it, and itself where it is recursive. */
        private Set<String> namesWithin(JsonNode node, Set<String> outerNames) {
            Set<String> names = new HashSet<>(outerNames);
            if (node.has("cte_name")) {
                names.add(node.path("cte_name").asString());
            }
            for (JsonNode part : node.path("cte_map").path("map").values()) {
                visit(part.path("value"), names);
                names.add(part.path("key").asString());
            }
            return names;
        }

        private void note(JsonNode node, Set<String> names) {
            String name = node.path("table_name").asString();
            String schema = node.path("schema_name").asString();
            if (!schema.isEmpty() && !schema.equals("main")) {
                name = schema + "." + name;
            }
            if (!names.contains(name)) {
                relations.add(new Mention(name, line(sql, node.path("query_location").asString())));
            }
        }
    }
}
