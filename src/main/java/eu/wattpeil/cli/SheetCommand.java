package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.SheetTables;
import eu.wattpeil.store.LiteralTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Fills a sheet that a law, a standard or a platform asks for. */
@Command(
        name = "sheet",
        description = {
            "Fill a sheet of a year: what a law, a standard or a platform for open data asks for,",
            "in its order, from what was measured and recorded. Without NAME, list the sheets."
        })
final class SheetCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "the sheet")
    private @Nullable String sheet;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            converter = YearConverter.class,
            description = "the year (default: that of the last computed month)")
    private @Nullable Year year;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = KpisCommand.LanguageConverter.class,
            description = "language of the texts, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json")
    private Query.Format form = Query.Format.TABLE;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "the file to write (default: print it)")
    private @Nullable Path output;

    static final class YearConverter implements ITypeConverter<Year> {

        @Override
        public Year convert(String text) {
            try {
                return Year.parse(text);
            } catch (DateTimeParseException unreadable) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no year, expected one such as 2026");
            }
        }
    }

    @Override
    public Integer call() {
        SheetTables tables = SheetTables.of(Setup.load(wattpeil.workspace()), language);
        String name = sheet;
        LiteralTable rows =
                name == null ? tables.list() : tables.rows(name, Optional.ofNullable(year));
        Path file = output;
        if (file == null) {
            Query.write(rows, form, spec.commandLine().getOut());
        } else {
            write(rows, file.toAbsolutePath().normalize());
        }
        return CommandLineInterface.DONE;
    }

    /** Takes the file's place when all of it is written. */
    private void write(LiteralTable rows, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        StringBuilder text = new StringBuilder();
        Query.write(rows, form, text);
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
