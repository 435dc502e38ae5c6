package eu.wattpeil.web;

import eu.wattpeil.kpi.explain.Question;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has a value explained by a program like this one, which may take so much memory and no more. */
final class ExplanationProcess implements ExplanationDesk.Explaining {

    private static final List<String> LIMITS =
            List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dwattpeil.duckdb.memory=1GB");

    private final List<String> program;
    private final Path root;

    /**
     * @param program the command that starts Wattpeil
     * @param root the folder of the workspace
     */
    ExplanationProcess(List<String> program, Path root) {
        this.program = List.copyOf(program);
        this.root = root;
    }

    @Override
    public Process begin(Question question) throws IOException {
        return new ProcessBuilder(command(question)).redirectError(Redirect.DISCARD).start();
    }

    /** The limits stand last among the options of Java: of several the last one holds. */
    private List<String> command(Question question) {
        List<String> command = new ArrayList<>(program);
        int end = command.indexOf("-cp");
        command.addAll(end < 0 ? 1 : end, LIMITS);
        command.addAll(
                List.of(
                        "explain",
                        question.kpiId(),
                        "--month",
                        question.month().toString(),
                        "--scope",
                        question.scope().toString(),
                        "--period",
                        question.period().code(),
                        "--for-pages",
                        "--workspace",
                        root.toString()));
        return command;
    }
}
