package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every option of every command, with a value that is right and with one that is wrong. */
class OptionsTest {

    private static final String SQL =
            "select count(*) as n from documents where definition = 'example'";

    @TempDir private static Path folder;

    private static String workspace;

    @BeforeAll
    static void makeAWorkspace() throws IOException {
        workspace = folder.resolve("town").toString();
        assertThat(run(List.of("init", workspace)).code()).isZero();
        Path intranet = Files.createDirectory(folder.resolve("intranet"));
        Files.writeString(
                Path.of(workspace, "config/delivery.yaml"),
                """
                deliveries:
                  - id: intranet
                    report: monthly
                    folder: %s
                    forms: [csv]
                """
                        .formatted(intranet));
        assertThat(run(List.of("run", "--workspace", workspace)).code()).isZero();
    }

    /** What a command printed and how it ended. */
    private record Ended(int code, String out, String err) {}

    /**
     * An option with values.
     *
     * @param command with what else it needs
     * @param right arguments that are accepted
     * @param shown part of what is printed then
     * @param wrong arguments that are refused with exit code 2
     * @param message part of what is said then
     */
    private record Case(
            List<String> command,
            String option,
            List<String> right,
            String shown,
            List<String> wrong,
            String message) {

        /** What the case is of, as {@link #options()} names it. */
        String of() {
            return command.get(0) + " " + option;
        }
    }

    @TestFactory
    Stream<DynamicTest> acceptsWhatIsRight() {
        return cases().map(
                        it ->
                                dynamicTest(
                                        it.of(),
                                        () -> {
                                            Ended ended = run(line(it.command(), it.right()));

                                            assertThat(ended.err()).isEmpty();
                                            assertThat(ended.code()).isZero();
                                            assertThat(ended.out()).contains(it.shown());
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsWrongInOneMessage() {
        return cases().map(
                        it ->
                                dynamicTest(
                                        it.of(),
                                        () -> {
                                            Ended ended = run(line(it.command(), it.wrong()));

                                            assertThat(ended.err())
                                                    .contains(it.message())
                                                    .doesNotContain("Exception", "\tat ");
                                            assertThat(ended.out()).isEmpty();
                                            assertThat(ended.code())
                                                    .isEqualTo(CommandLineInterface.INVALID);
                                        }));
    }

    @Test
    void hasACaseOfEveryOption() {
        Set<String> tried = new TreeSet<>();
        cases().forEach(it -> tried.add(it.of()));

        assertThat(tried).isEqualTo(options());
    }

    @Test
    void takesALanguageOfACountryForTheLanguage() {
        Ended dutch = run(List.of("kpis", "--language", "nl", "--workspace", workspace));
        Ended flemish = run(List.of("kpis", "--language", "nl-BE", "--workspace", workspace));

        assertThat(flemish).isEqualTo(dutch);
    }

    @Test
    void refusesACommandThatThereIsNot() {
        Ended ended = run(List.of("rum"));

        assertThat(ended.err()).startsWith("Unmatched argument at index 0: 'rum'");
        assertThat(ended.code()).isEqualTo(CommandLineInterface.INVALID);
    }

    @Test
    void tellsOfADeviceThatIsNotThereInOneMessage() {
        Ended ended = run(List.of("ask", "ups.invalid", "--workspace", workspace));

        assertThat(ended.err().strip())
                .isEqualTo("the device is not found: its host has no address, expected one");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(CommandLineInterface.FAILED);
    }

    @Test
    void asksNoDeviceThatIsNotNamed() {
        Ended ended = run(List.of("ask", "--workspace", workspace));

        assertThat(ended.err()).contains("Missing required parameter: 'HOST'");
        assertThat(ended.code()).isEqualTo(CommandLineInterface.INVALID);
    }

    private static Stream<Case> cases() {
        Stream<Case> own =
                Stream.of(
                        option(
                                List.of("run"),
                                "--month",
                                "2026-09",
                                "nothing to do",
                                "September",
                                "\"September\" is no month, expected one such as 2026-09"),
                        option(
                                List.of("run"),
                                "--job",
                                "example",
                                "nothing to do",
                                "exampel",
                                "--job is \"exampel\", did you mean \"example\"?"),
                        new Case(
                                List.of("run"),
                                "--again",
                                List.of("--month", "2026-09", "--again", "intranet"),
                                "delivered: intranet, 2026-09 edition 1",
                                List.of("--month", "2026-09", "--again", "intranett"),
                                "--again is \"intranett\", did you mean \"intranet\"?"),
                        option(
                                List.of("run"),
                                "--log-format",
                                "json",
                                "nothing to do",
                                "xml",
                                "expected one of [TEXT, JSON] (case-insensitive) but was 'xml'"),
                        new Case(
                                List.of("run"),
                                "--metrics",
                                List.of("--metrics", folder.resolve("town.prom").toString()),
                                "nothing to do",
                                List.of("--metrics"),
                                "Missing required parameter for option '--metrics' (FILE)"),
                        new Case(
                                List.of("run"),
                                "--push",
                                List.of("--push", "https://gateway.example", "--help"),
                                "Usage: wattpeil run",
                                List.of("--push", "http://jan:geheim@gateway.example"),
                                "this is no address of a Pushgateway, expected one such as"),
                        option(
                                List.of("run"),
                                "--workspace-label",
                                "town",
                                "nothing to do",
                                "my town",
                                "\"my town\" is no name, expected letters, digits"),
                        new Case(
                                List.of("run"),
                                "--events",
                                List.of("--events", "--help"),
                                "Usage: wattpeil run",
                                List.of("--events=often"),
                                "'often' is not a boolean"),
                        new Case(
                                List.of("run"),
                                "--helping",
                                List.of("--helping"),
                                "",
                                List.of("--helping=often"),
                                "'often' is not a boolean"),
                        new Case(
                                List.of("run"),
                                "--claim",
                                List.of("--claim", "7", "--help"),
                                "Usage: wattpeil run",
                                List.of("--claim", "last"),
                                "'last' is not a long"),
                        option(
                                List.of("query", SQL),
                                "--format",
                                "csv",
                                "n\n1\n",
                                "xlsx",
                                "expected one of [TABLE, CSV, JSON, PARQUET]"),
                        new Case(
                                List.of("query", SQL),
                                "--output",
                                List.of(
                                        "--format",
                                        "parquet",
                                        "--output",
                                        folder.resolve("n.parquet").toString()),
                                "",
                                List.of("--format", "parquet"),
                                "--output is missing, expected a file for parquet"),
                        option(
                                List.of("query", SQL),
                                "--time-limit",
                                "60",
                                "n",
                                "0",
                                "--time-limit is 0, expected 1 second or more"),
                        option(
                                List.of("kpis"),
                                "--language",
                                "nl",
                                "Energie",
                                "klingon",
                                "\"klingon\" is no language, expected one such as nl"),
                        option(
                                List.of("factors"),
                                "--format",
                                "csv",
                                "purpose,series,factor_id,basis",
                                "yaml",
                                "expected one of"),
                        option(
                                List.of("factors"),
                                "--language",
                                "nl",
                                "Europees Milieuagentschap",
                                "klingon",
                                "\"klingon\" is no language, expected one such as nl"),
                        option(
                                List.of("factors"),
                                "--series",
                                "paper_recycled_desnz",
                                "paper_co2e",
                                "paper_recycled",
                                "series is \"paper_recycled\", expected one of"
                                        + " config/factors*.csv"),
                        flag(List.of("formats"), "--schema", "https://json-schema.org/"));
        return Stream.concat(
                Stream.of(
                                own,
                                ofAsk(),
                                ofDocuments(),
                                ofServe(),
                                ofPassword(),
                                ofExplain(),
                                ofVerify(),
                                ofDoctor(),
                                ofFindings(),
                                ofShifts(),
                                ofSheet())
                        .flatMap(it -> it),
                Stream.of(
                                "run",
                                "check",
                                "status",
                                "documents",
                                "query",
                                "explain",
                                "verify",
                                "doctor",
                                "kpis",
                                "factors",
                                "findings",
                                "shifts",
                                "sheet",
                                "formats",
                                "columns",
                                "suggest",
                                "init")
                        .flatMap(OptionsTest::inherited));
    }

    private static Stream<Case> ofDocuments() {
        List<String> command = commandOf("documents");
        return Stream.of(
                option(
                        command,
                        "--definition",
                        "example",
                        "meters-2026-09.csv",
                        "exampel",
                        "--definition is \"exampel\", did you mean \"example\"?"),
                option(
                        command,
                        "--month",
                        "2026-09",
                        "2026-09",
                        "September",
                        "\"September\" is no month, expected one such as 2026-09"),
                new Case(
                        command,
                        "--forgotten",
                        List.of("--forgotten"),
                        "forgotten_on",
                        List.of("--forgotten", "--month", "2026-09"),
                        "--month stands beside --forgotten, expected one of them"),
                option(
                        command,
                        "--format",
                        "csv",
                        "document_id,definition,dataset,name,batch",
                        "yaml",
                        "expected one of"));
    }

    private static Stream<Case> ofExplain() {
        List<String> command = commandOf("explain");
        return Stream.of(
                new Case(
                        command,
                        "--for-pages",
                        List.of("--for-pages", "--workspace", workspace),
                        "{\"sentence\":\"organisation:all, September 2026",
                        List.of("--for-pages=often"),
                        "'often' is not a boolean"),
                option(
                        command.subList(0, 2),
                        "--month",
                        "2026-09",
                        "organisation:all, September 2026",
                        "September",
                        "\"September\" is no month, expected one such as 2026-09"),
                option(
                        command,
                        "--scope",
                        "organisation:all",
                        "organisation:all, September 2026",
                        "room",
                        "\"room\" is no scope, expected KIND:ID such as room:town-hall-sr"),
                option(
                        command,
                        "--period",
                        "year_to_date",
                        "the calendar year up to September 2026",
                        "week",
                        "expected one of [MONTH, QUARTER, ROLLING_YEAR, YEAR, YEAR_TO_DATE]"),
                option(
                        command,
                        "--format",
                        "json",
                        "\"kpi_id\" : \"dc_energy_total\"",
                        "xml",
                        "expected one of [TEXT, JSON] (case-insensitive) but was 'xml'"),
                option(
                        command,
                        "--language",
                        "nl",
                        "Formule",
                        "klingon",
                        "\"klingon\" is no language, expected one such as nl"));
    }

    private static Stream<Case> ofVerify() {
        List<String> command = List.of("verify", "--month", "2026-09");
        return Stream.of(
                option(
                        command.subList(0, 1),
                        "--month",
                        "2026-09",
                        "2026-09 edition 1: computed again, equal byte for byte",
                        "September",
                        "\"September\" is no month, expected one such as 2026-09"),
                option(
                        command,
                        "--edition",
                        "1",
                        "2026-09 edition 1: computed again, equal byte for byte",
                        "2",
                        "edition of 2026-09 is 2, expected one from 1 to 1"));
    }

    private static Stream<Case> ofDoctor() {
        List<String> command = List.of("doctor");
        return Stream.of(
                flag(command, "--repair", "sound: 2 documents, 1 edition, 1 report"),
                option(
                        command,
                        "--format",
                        "json",
                        "\"documents\" : 2",
                        "xml",
                        "expected one of [TEXT, JSON] (case-insensitive) but was 'xml'"));
    }

    private static Stream<Case> ofFindings() {
        List<String> command = List.of("findings");
        return Stream.of(
                option(
                        command,
                        "--month",
                        "2026-09",
                        "2026-09",
                        "September",
                        "\"September\" is no month, expected one such as 2026-09"),
                option(
                        command,
                        "--language",
                        "nl",
                        "2026-09",
                        "klingon",
                        "\"klingon\" is no language, expected one such as nl"),
                option(
                        command,
                        "--format",
                        "csv",
                        "month,rule",
                        "yaml",
                        "expected one of [TABLE, CSV, JSON]"));
    }

    private static Stream<Case> ofShifts() {
        List<String> command = List.of("shifts");
        return Stream.of(
                option(
                        command,
                        "--month",
                        "2026-09",
                        "2026-09",
                        "September",
                        "\"September\" is no month, expected one such as 2026-09"),
                option(
                        command,
                        "--language",
                        "nl",
                        "Geen niveau is verschoven.",
                        "klingon",
                        "\"klingon\" is no language, expected one such as nl"));
    }

    private static Stream<Case> ofSheet() {
        List<String> command = List.of("sheet", "eed_data_centre");
        String file = folder.resolve("sheet.csv").toString();
        return Stream.of(
                option(
                        command,
                        "--year",
                        "2026",
                        "2026",
                        "MMXXVI",
                        "\"MMXXVI\" is no year, expected one such as 2026"),
                option(
                        command,
                        "--language",
                        "nl",
                        "Gedelegeerde Verordening (EU) 2024/1364",
                        "klingon",
                        "\"klingon\" is no language, expected one such as nl"),
                option(
                        command,
                        "--format",
                        "csv",
                        "year,",
                        "yaml",
                        "expected one of [TABLE, CSV, JSON]"),
                new Case(
                        command,
                        "--output",
                        List.of("--output", file, "--format", "csv"),
                        "",
                        List.of("--output"),
                        "Missing required parameter for option '--output' (FILE)"));
    }

    @Test
    void printsOneKpiInFull() {
        Ended ended = run(List.of("kpis", "pue_interim", "--workspace", workspace));

        assertThat(ended.out())
                .startsWith("pue_interim  ")
                .contains("    datasets ", "meter_readings", "    practice ", "    models ")
                .doesNotContain("pue_annual  ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void offersTheKpiThatMayBeMeant() {
        for (List<String> command :
                List.of(
                        List.of("kpis", "pue_interrim"),
                        List.of("explain", "pue_interrim", "--month", "2026-09"))) {
            Ended ended = run(line(command, List.of()));

            assertThat(ended.err().strip())
                    .isEqualTo("KPI is \"pue_interrim\", did you mean \"pue_interim\"?");
            assertThat(ended.code()).isEqualTo(CommandLineInterface.INVALID);
        }
    }

    /** What is right ends with the help, so that nothing is served for ever. */
    private static Stream<Case> ofServe() {
        return Stream.of(
                ofServe(
                        "--log-format=json",
                        "--log-format=xml",
                        "expected one of [TEXT, JSON] (case-insensitive) but was 'xml'"),
                ofServe("--port=8081", "--port=http", "'http' is not an int"),
                ofServe(
                        "--host=wattpeil.town.example",
                        "--host",
                        "Missing required parameter for option '--host' (NAME)"),
                ofServe(
                        "--workspace-label=town",
                        "--workspace-label=my town",
                        "\"my town\" is no name, expected letters, digits"),
                ofServe("--no-pages", "--no-pages=often", "'often' is not a boolean"),
                new Case(
                        List.of("serve"),
                        "--workspace",
                        List.of("--workspace", "x", "--help"),
                        "Usage: wattpeil serve",
                        List.of("--workspace"),
                        "Missing required parameter for option '--workspace' (DIR)"),
                ofServe("--quiet", "--quiet=perhaps", "'perhaps' is not a boolean"),
                flag(List.of("serve"), "--help", "Usage: wattpeil serve"),
                flag(List.of("serve"), "--version", "wattpeil "));
    }

    /** What is right ends with the help: a password is asked for else. */
    private static Stream<Case> ofPassword() {
        List<String> command = List.of("password", "els");
        String help = "Usage: wattpeil password";
        return Stream.of(
                new Case(
                        command,
                        "--remove",
                        List.of("--remove", "--help"),
                        help,
                        List.of("--remove", "--workspace", workspace),
                        "config/pages.yaml names no file of passwords, expected passwords: FILE"),
                new Case(
                        command,
                        "--quiet",
                        List.of("--quiet", "--help"),
                        help,
                        List.of("--quiet=often"),
                        "'often' is not a boolean"),
                new Case(
                        command,
                        "--workspace",
                        List.of("--workspace", workspace, "--help"),
                        help,
                        List.of("--workspace", folder.toString()),
                        "config/wattpeil.yaml: the file is missing in " + folder),
                flag(command, "--help", help),
                flag(command, "--version", "wattpeil "));
    }

    private static Case ofServe(String right, String wrong, String message) {
        return new Case(
                List.of("serve"),
                right.replaceFirst("=.*", ""),
                List.of(right, "--help"),
                "Usage: wattpeil serve",
                List.of(wrong),
                message);
    }

    /** What is right ends with the help, so that no device is asked. */
    private static Stream<Case> ofAsk() {
        List<String> command = List.of("ask", "ups.invalid");
        String help = "Usage: wattpeil ask";
        Stream<Case> ofText =
                Stream.of(
                                "--alias NAME",
                                "--user NAME",
                                "--authentication PROTOCOL",
                                "--privacy PROTOCOL",
                                "--workspace DIR")
                        .map(it -> it.split(" "))
                        .map(
                                it ->
                                        new Case(
                                                command,
                                                it[0],
                                                List.of(it[0], "ups-1", "--help"),
                                                help,
                                                List.of(it[0]),
                                                "Missing required parameter for option '%s' (%s)"
                                                        .formatted(it[0], it[1])));
        return Stream.concat(
                ofText,
                Stream.of(
                        new Case(
                                command,
                                "--port",
                                List.of("--port", "1161", "--help"),
                                help,
                                List.of("--port", "snmp"),
                                "'snmp' is not an int"),
                        new Case(
                                command,
                                "--quiet",
                                List.of("--quiet", "--help"),
                                help,
                                List.of("--quiet=often"),
                                "'often' is not a boolean"),
                        new Case(
                                List.of("run"),
                                "--helping",
                                List.of("--helping"),
                                "",
                                List.of("--helping=often"),
                                "'often' is not a boolean"),
                        new Case(
                                List.of("run"),
                                "--claim",
                                List.of("--claim", "7", "--help"),
                                "Usage: wattpeil run",
                                List.of("--claim", "last"),
                                "'last' is not a long"),
                        flag(command, "--help", help),
                        flag(command, "--version", "wattpeil ")));
    }

    private static Stream<Case> inherited(String name) {
        List<String> command = commandOf(name);
        if (name.equals("init")) {
            return Stream.of(
                    flag(List.of(name), "--help", "Usage: wattpeil init"),
                    flag(List.of(name), "--version", "wattpeil "),
                    new Case(
                            List.of(name, folder.resolve("quiet").toString()),
                            "--quiet",
                            List.of("--quiet"),
                            "",
                            List.of("--quiet=often"),
                            "'often' is not a boolean"),
                    new Case(
                            List.of(name, folder.resolve("elsewhere").toString()),
                            "--workspace",
                            List.of("--workspace", workspace),
                            "a new workspace",
                            List.of("--workspace"),
                            "Missing required parameter for option '--workspace' (DIR)"));
        }
        boolean needsNoWorkspace = List.of("formats", "columns").contains(name);
        return Stream.of(
                flag(command, "--help", "Usage: wattpeil " + name),
                flag(command, "--version", "wattpeil "),
                flag(command, "--quiet", ""),
                new Case(
                        command,
                        "--workspace",
                        List.of("--workspace", workspace),
                        "",
                        needsNoWorkspace
                                ? List.of("--workspace")
                                : List.of("--workspace", folder.toString()),
                        needsNoWorkspace
                                ? "Missing required parameter for option '--workspace' (DIR)"
                                : "config/wattpeil.yaml: the file is missing in " + folder));
    }

    /** The command with the arguments that it cannot do without. */
    private static List<String> commandOf(String name) {
        return switch (name) {
            case "query" -> List.of(name, SQL);
            case "explain" -> List.of(name, "dc_energy_total", "--month", "2026-09");
            case "suggest" -> List.of(name, "printers", "jobs/collect/print.yaml");
            default -> List.of(name);
        };
    }

    private static Case option(
            List<String> command,
            String option,
            String right,
            String shown,
            String wrong,
            String message) {
        return new Case(
                command, option, List.of(option, right), shown, List.of(option, wrong), message);
    }

    private static Case flag(List<String> command, String option, String shown) {
        return new Case(
                command,
                option,
                List.of(option),
                shown,
                List.of(option + "=often"),
                "'often' is not a boolean");
    }

    /** All that the program knows, by its long name. */
    private static Set<String> options() {
        Set<String> options = new TreeSet<>();
        StringWriter unread = new StringWriter();
        CommandLine program =
                CommandLineInterface.commandLine(new PrintWriter(unread), new PrintWriter(unread));
        program.getSubcommands()
                .forEach(
                        (name, command) ->
                                command.getCommandSpec()
                                        .options()
                                        .forEach(
                                                option ->
                                                        options.add(
                                                                name
                                                                        + " "
                                                                        + option.longestName())));
        return options;
    }

    private static List<String> line(List<String> command, List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        boolean isSaid = arguments.contains("--workspace") || command.get(0).equals("init");
        if (!isSaid) {
            line.addAll(List.of("--workspace", workspace));
        }
        line.addAll(arguments);
        return line;
    }

    private static Ended run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandLineInterface.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        arguments.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }
}
