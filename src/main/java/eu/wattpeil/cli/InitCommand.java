package eu.wattpeil.cli;

import eu.wattpeil.workspace.Init;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a new workspace. */
@Command(name = "init", description = "Make a new workspace with commented examples.")
final class InitCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Path root = folder.toAbsolutePath().normalize();
        Init.write(root);
        String program = ProgramName.text();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: a new workspace. Next:%n"
                                + "  %s check --workspace %s%n"
                                + "  %s run --workspace %s%n",
                        root, program, folder, program, folder);
        return CommandLineInterface.DONE;
    }
}
