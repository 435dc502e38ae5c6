package eu.wattpeil.workspace;

import eu.wattpeil.failure.ExplainedException;
import java.util.List;
import java.util.stream.Collectors;

/** The workspace cannot be used as it is; carries every problem that was found in it. */
public final class InvalidWorkspaceException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidWorkspaceException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
