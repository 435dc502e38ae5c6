package eu.wattpeil.cli;

import eu.wattpeil.collect.DefinitionSchema;
import eu.wattpeil.collect.FormatGuide;
import eu.wattpeil.collect.Formats;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a definition may say. */
@Command(
        name = "formats",
        description = {
            "List what can be read, or print the options of a format or of a kind of source, with",
            "a definition as an example."
        })
final class FormatsCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "a format, such as fluvius, or a kind of source, such as files")
    private @Nullable String name;

    @Option(
            names = "--schema",
            description = "print the JSON Schema of the files of jobs/collect, for editors")
    private boolean isSchema;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Problems problems = new Problems();
        Presets presets = Formats.presets(new WorkspaceFiles(wattpeil.workspace()), problems);
        FormatGuide guide = new FormatGuide(presets);
        if (isSchema) {
            JsonMapper json =
                    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            out.println(json.writeValueAsString(DefinitionSchema.json(presets)));
        } else if (name == null) {
            out.print(guide.formats());
            out.println();
            out.print(guide.sources());
        } else {
            out.print(text(guide, name, problems));
        }
        problems.throwIfAny();
        return CommandLineInterface.DONE;
    }

    private String text(FormatGuide guide, String named, Problems problems) {
        Optional<String> text = guide.of(named);
        problems.throwIfAny();
        return text.orElseThrow(
                () ->
                        new ParameterException(
                                spec.commandLine(),
                                "format is \""
                                        + named
                                        + "\""
                                        + Spelling.hint(named, guide.names())));
    }
}
