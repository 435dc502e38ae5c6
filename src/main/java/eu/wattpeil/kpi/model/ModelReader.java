package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.duckdb.ParsedSql;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a model's file: its header and, with DuckDB's parser, its select. */
final class ModelReader {

    private static final Set<String> STAGING_KEYS = Set.of("grain", "months");
    private static final Set<String> FINDING_KEYS =
            Set.of("grain", "source", "grade", "thresholds", "values", "facts", "saves");
    private static final Pattern FACT = Pattern.compile("([a-z]\\w*) (\\S+)");
    private static final Pattern TOLD = Pattern.compile("([a-z]\\w*) (month|rolling_year)");
    private static final Set<String> GRADES = Set.of("A", "B", "C", "P");
    private static final Set<String> INTERMEDIATE_KEYS = Set.of("grain", "materialise", Model.PER);

    private final CheckDatabase database;
    private final ModelMemory memory;
    private final Texts texts;
    private final Frames frames;
    private final Problems problems;

    ModelReader(
            CheckDatabase database,
            ModelMemory memory,
            Texts texts,
            Frames frames,
            Problems problems) {
        this.database = database;
        this.memory = memory;
        this.texts = texts;
        this.frames = frames;
        this.problems = problems;
    }

    /** The model; empty where the file cannot be used. */
    Optional<Model> read(ModelFile file) {
        Problems own = new Problems();
        Optional<Model> model =
                layer(file, own)
                        .flatMap(
                                layer ->
                                        parse(file, file.sql(), own)
                                                .map(sql -> model(file, layer, sql, own)));
        own.all().forEach(it -> problems.add(it.place(), it.message()));
        return model.filter(it -> own.isEmpty());
    }

    private Model model(ModelFile file, Model.Layer layer, ParsedSql sql, Problems own) {
        checkFunctions(file, sql, own);
        return switch (layer) {
            case STAGING -> {
                ModelHeader header = ModelHeader.of(file, STAGING_KEYS, own);
                checkPrefix(file, "stg_", own);
                yield model(file, layer, header.window(), false, sql);
            }
            case INTERMEDIATE -> {
                ModelHeader header = ModelHeader.of(file, INTERMEDIATE_KEYS, own);
                boolean isMaterialised = isMaterialised(header);
                checkPer(header, isMaterialised);
                if (!isMaterialised) {
                    checkPrefix(file, "int_", own);
                }
                yield model(file, layer, MonthWindow.THIS_MONTH, isMaterialised, sql);
            }
            case KPI -> {
                Kpi kpi = KpiHeader.read(file, texts, frames, own);
                yield new Model(
                        file,
                        layer,
                        MonthWindow.THIS_MONTH,
                        false,
                        Optional.of(kpi),
                        Optional.empty(),
                        sql.relations());
            }
            case SHEET -> {
                Sheet.read(file, texts, own);
                yield model(file, layer, MonthWindow.THIS_MONTH, false, sql);
            }
            case DETAIL -> {
                Detail.read(file, texts, own);
                yield model(file, layer, MonthWindow.THIS_MONTH, false, sql);
            }
            case FINDING -> {
                Rule rule = rule(file, own);
                yield new Model(
                        file,
                        layer,
                        MonthWindow.THIS_MONTH,
                        false,
                        Optional.empty(),
                        Optional.of(rule),
                        reads(file, RuleSelect.of(rule, Sql.withoutSemicolon(file.sql())), own));
            }
            case IMPACT -> {
                ImpactHeader header = ImpactHeader.read(file, own);
                yield new Model(
                        file,
                        layer,
                        MonthWindow.THIS_MONTH,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        reads(
                                file,
                                ImpactSelect.of(header, Sql.withoutSemicolon(file.sql())),
                                own));
            }
        };
    }

    /** The relations of what a model's select becomes; none where its file is wrong. */
    private List<Mention> reads(ModelFile file, String select, Problems own) {
        return own.isEmpty()
                ? parse(file, select, own).map(ParsedSql::relations).orElse(List.of())
                : List.of();
    }

    /** The rule of a finding's model, from its header. */
    static Rule rule(ModelFile file, Problems own) {
        ModelHeader header = ModelHeader.of(file, FINDING_KEYS, own);
        header.required("grain", "the kinds of scopes that the rule is tried on");
        String grade = header.required("grade", "A read, B quoted, C recalled or P our own");
        if (!grade.isEmpty() && !GRADES.contains(grade)) {
            header.problem("grade", "grade is \"" + grade + "\", expected A, B, C or P");
        }
        return new Rule(
                file.name(),
                header.words("grain"),
                header.required("source", "what the rule rests on: none is a rule without"),
                grade,
                header.words("thresholds"),
                pairs(header, "values", TOLD, "a KPI and month or rolling_year").stream()
                        .map(
                                it ->
                                        new Rule.Told(
                                                it.group(1),
                                                it.group(2).equals("month")
                                                        ? Rule.Span.MONTH
                                                        : Rule.Span.ROLLING_YEAR))
                        .toList(),
                facts(header),
                Saving.of(header));
    }

    private static List<Rule.Fact> facts(ModelHeader header) {
        header.required("facts", "what the rule shows, such as pue kWh/kWh");
        List<Rule.Fact> facts =
                pairs(header, "facts", FACT, "a column and its unit").stream()
                        .map(it -> new Rule.Fact(it.group(1), it.group(2)))
                        .toList();
        if (facts.size() > Findings.FACTS) {
            header.problem(
                    "facts", "facts are " + facts.size() + ", expected at most " + Findings.FACTS);
        }
        return facts;
    }

    /** The words of a key that are pairs; any other is a problem. */
    private static List<MatchResult> pairs(
            ModelHeader header, String key, Pattern pair, String expected) {
        List<MatchResult> pairs = new ArrayList<>();
        for (String word : header.words(key)) {
            Matcher found = pair.matcher(word);
            if (found.matches()) {
                pairs.add(found.toMatchResult());
            } else {
                header.problem(key, key + " has \"" + word + "\", expected " + expected);
            }
        }
        return pairs;
    }

    private static Model model(
            ModelFile file,
            Model.Layer layer,
            MonthWindow window,
            boolean isMaterialised,
            ParsedSql sql) {
        return new Model(
                file,
                layer,
                window,
                isMaterialised,
                Optional.empty(),
                Optional.empty(),
                sql.relations());
    }

    private Optional<Model.Layer> layer(ModelFile file, Problems own) {
        Optional<Model.Layer> layer =
                Arrays.stream(Model.Layer.values())
                        .filter(known -> Codes.of(known).equals(file.layer()))
                        .findFirst();
        if (layer.isEmpty()) {
            List<String> known = Arrays.stream(Model.Layer.values()).map(Codes::of).toList();
            own.add(
                    file.file(),
                    0,
                    "its folder is \"" + file.layer() + "\"" + Spelling.hint(file.layer(), known));
        }
        return layer;
    }

    private Optional<ParsedSql> parse(ModelFile file, String select, Problems own) {
        try {
            ParsedSql sql = parsed(select);
            if (sql.statements() == 1) {
                return Optional.of(sql);
            }
            own.add(
                    file.file(),
                    file.statementLine(),
                    "it has " + sql.statements() + " statements, expected one select");
        } catch (SqlException failure) {
            int line = failure.line() > 0 ? failure.line() : file.statementLine();
            own.add(file.file(), line, failure.reason());
        }
        return Optional.empty();
    }

    private ParsedSql parsed(String sql) {
        return ParsedSql.ofLines(
                memory.of(List.of("parsed", sql), () -> ParsedSql.of(sql, database.get()).lines()));
    }

    private static boolean isMaterialised(ModelHeader header) {
        if (header.has("materialise") && !header.text("materialise").equals("month")) {
            header.problem(
                    "materialise",
                    "materialise is \"" + header.text("materialise") + "\", expected month");
        }
        return header.has("materialise");
    }

    private static void checkPer(ModelHeader header, boolean isMaterialised) {
        String per = header.text(Model.PER);
        if (header.has(Model.PER) && !per.equals(Model.METER)) {
            header.problem(Model.PER, "per is \"" + per + "\", expected meter");
        }
        if (header.has(Model.PER) && isMaterialised) {
            header.problem(Model.PER, "per stands beside materialise, expected one of them");
        }
    }

    private static void checkPrefix(ModelFile file, String prefix, Problems own) {
        if (!file.name().startsWith(prefix)) {
            own.add(
                    file.file(),
                    0,
                    "its name is \"" + file.name() + "\", expected one that begins with " + prefix);
        }
    }

    /** Whatever a model knows must come through relations: only then is its input known. */
    private static void checkFunctions(ModelFile file, ParsedSql sql, Problems own) {
        for (Mention function : sql.functions()) {
            String name = function.name();
            if (name.startsWith("read_") || name.endsWith("_scan") || name.equals("glob")) {
                own.add(
                        file.file(),
                        function.line(),
                        "it reads files with " + name + ", expected relations only");
            }
        }
    }
}
