package eu.wattpeil.cli;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.web.PasswordFile;
import eu.wattpeil.workspace.PagesSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives somebody a password for the pages. */
@Command(
        name = "password",
        description = {
            "Give somebody a password for the pages of serve, or another one. It is asked for, or",
            "read from standard input; kept is only its hash, in the file of config/pages.yaml."
        })
final class PasswordCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "by which they log in")
    private String name;

    @Option(names = "--remove", description = "they have one no more")
    private boolean isRemoved;

    @Override
    public Integer call() throws IOException {
        Path file =
                PagesSettings.of(Setup.readWorkspace(wattpeil.workspace()))
                        .passwords()
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "config/pages.yaml names no file of passwords,"
                                                        + " expected passwords: FILE in it"));
        if (!PasswordFile.isName(name)) {
            throw wrong("NAME has a colon, or blanks around it, expected one without");
        }
        PasswordFile passwords = PasswordFile.at(file);
        if (isRemoved) {
            if (!passwords.has(name)) {
                throw wrong("NAME has no password, expected one that has");
            }
            passwords.without(name).write();
        } else {
            passwords.with(name, checked(read())).write();
        }
        spec.commandLine().getOut().println(file);
        return CommandLineInterface.DONE;
    }

    private String checked(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < PasswordFile.SHORTEST || bytes > PasswordFile.LONGEST_BYTES) {
            throw wrong(
                    "the password is too "
                            + (bytes > PasswordFile.LONGEST_BYTES ? "long" : "short")
                            + ", expected "
                            + PasswordFile.SHORTEST
                            + " characters or more, and "
                            + PasswordFile.LONGEST_BYTES
                            + " bytes or less");
        }
        return password;
    }

    /** From a terminal twice, as nobody sees what they type. */
    private String read() throws IOException {
        Optional<java.io.Console> terminal = Terminal.console();
        if (terminal.isEmpty()) {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(input.readLine()).orElse("");
        }
        char[] first = terminal.get().readPassword("Password: ");
        char[] second = terminal.get().readPassword("Again: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw wrong("the two are not the same, expected one password twice");
        }
        return new String(first);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
