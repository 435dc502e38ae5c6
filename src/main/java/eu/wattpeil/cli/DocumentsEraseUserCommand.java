package eu.wattpeil.cli;

import eu.wattpeil.operate.UserErasure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes the pseudonym of a user out of the store. */
@Command(
        name = "erase-user",
        description = {
            "Take the pseudonym of a user out of all print jobs, for good, and keep it out of what is",
            "read from now on; what was printed stays. The name is asked for, or comes from standard",
            "input: as print logs write it, each spelling in a line of its own. It is never an",
            "argument, which others on this machine could see, and it is neither kept nor shown."
        })
final class DocumentsEraseUserCommand implements Callable<Integer> {

    @ParentCommand private DocumentsCommand documents;

    @Spec private CommandSpec spec;

    @Option(names = "--yes", description = "do not ask before doing it")
    private boolean isAgreed;

    @Override
    public Integer call() throws IOException {
        UserErasure erasure = UserErasure.of(documents.workspace(), Clock.systemUTC());
        if (!isAgreed && !Terminal.isThere()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--yes is missing, expected it where nobody can be asked at a terminal");
        }
        List<String> names = names();
        if (names.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the name is missing, expected one on standard input, as print logs write it");
        }
        if (!isAgreed && !new Consent(spec).isGiven("Erase the pseudonym of this user for good?")) {
            return CommandLineInterface.FAILED;
        }
        int changed = erasure.erase(names);
        spec.commandLine()
                .getOut()
                .println(
                        "erased: the pseudonym was in "
                                + Counts.text(changed, "document", "documents")
                                + ", and is kept out of what is read from now on");
        return CommandLineInterface.DONE;
    }

    private static List<String> names() throws IOException {
        Optional<Console> console = Terminal.console();
        Stream<String> lines =
                console.isPresent()
                        ? Optional.ofNullable(
                                console.get().readLine("Name of the user, as in the print log: "))
                                .stream()
                        : new BufferedReader(
                                        new InputStreamReader(System.in, StandardCharsets.UTF_8))
                                .lines();
        return lines.map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
