package eu.wattpeil.cli;

import eu.wattpeil.collect.DefinitionSchema;
import eu.wattpeil.collect.Formats;
import eu.wattpeil.collect.OptionTable;
import eu.wattpeil.workspace.Spelling;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a definition may say. */
@Command(name = "formats", description = "List the formats, or the options of one of them.")
final class FormatsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FORMAT",
            description = "the format whose options to list, as a Markdown table")
    private @Nullable String format;

    @Option(
            names = "--schema",
            description = "print the JSON Schema of the files of jobs/collect, for editors")
    private boolean isSchema;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (isSchema) {
            JsonMapper json =
                    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            out.println(json.writeValueAsString(DefinitionSchema.json()));
            return CommandLineInterface.DONE;
        }
        if (format == null) {
            Formats.names().forEach(out::println);
            return CommandLineInterface.DONE;
        }
        if (!Formats.names().contains(format)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "format is \"" + format + "\"" + Spelling.hint(format, Formats.names()));
        }
        out.print(OptionTable.of(format));
        return CommandLineInterface.DONE;
    }
}
