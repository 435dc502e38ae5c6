package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Source;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of the workspace that match one of some patterns: {@code files} of a definition. */
public final class FileSource implements Source {

    private static final String FILES = "files";
    private static final Duration LONGEST_SETTLED = Duration.ofDays(1);

    private static final Option<Duration> SETTLED =
            new Option<>(
                    "settled",
                    OptionType.text("an ISO-8601 duration such as PT2M", FileSource::settled),
                    "how long a file must not have changed before it is read, where others write"
                            + " files slowly",
                    "`PT0S`");

    private static final Option<Boolean> KEEP =
            new Option<>(
                    "keep-originals",
                    OptionType.flag(),
                    "whether a copy of each file stays in `originals/`, to be read anew when the"
                            + " file is gone; not for personal data",
                    "`false`");

    /** What its section may say. */
    public static final List<Option<?>> OPTIONS =
            List.of(
                    new Option<>(
                            FILES,
                            OptionType.texts("a pattern such as `inbox/*.csv`, or a list of them"),
                            "where its files are, below the workspace; `**` stands for any folders,"
                                    + " but those that Wattpeil keeps itself. Archives (.zip, .tar, .tar.gz, .tgz, .tar.zst) are read"
                                    + " entry by entry",
                            "required"),
                    SETTLED,
                    KEEP);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: fluvius
            source:
              files: [inbox/fluvius/*.csv, inbox/fluvius/*.zip]
            """;

    private final List<String> patterns;
    private final Duration settled;
    private final Optional<Originals> originals;

    private FileSource(List<String> patterns, Duration settled, Optional<Originals> originals) {
        this.patterns = patterns;
        this.originals = originals;
        this.settled = settled;
    }

    /** Makes the source; what is wrong with its patterns is noted. */
    public static FileSource of(SourceContext context) {
        Section section = context.section();
        if (section.isList(FILES) && section.texts(FILES).isEmpty()) {
            section.problem(FILES, "files is empty, expected at least one pattern");
        }
        List<String> patterns = new ArrayList<>();
        for (String text : section.texts(FILES)) {
            if (isPattern(text)) {
                patterns.add(text);
            } else {
                section.problem(
                        FILES,
                        "files has \""
                                + text
                                + "\", expected a pattern below the workspace such as inbox/*.csv");
            }
        }
        return new FileSource(
                patterns, SETTLED.read(section).orElse(Duration.ZERO), originals(context));
    }

    @Override
    public Found known(Reach reach) throws IOException {
        Found found = reach.files(patterns, settled);
        return originals.isPresent() && !reach.isHasty()
                ? originals.get().with(found, reach.seen())
                : found;
    }

    @Override
    public List<String> folders() {
        return patterns.stream()
                .map(MatchingFiles::fixedPrefix)
                .map(folder -> folder.isEmpty() ? "" : folder + "/")
                .toList();
    }

    @Override
    public void stored(Document document) throws IOException {
        if (originals.isPresent()) {
            originals.get().keep(document);
        }
    }

    /** The files are there already. */
    @Override
    public void fetch(Landing landing) {}

    private static Optional<Originals> originals(SourceContext context) {
        Section section = context.section();
        if (!KEEP.read(section).orElse(false)) {
            return Optional.empty();
        }
        if (context.isPersonal()) {
            section.problem(
                    KEEP.key(),
                    "keep-originals is \"true\" for personal data, of which no copies are kept,"
                            + " expected false");
            return Optional.empty();
        }
        String file = Path.of(section.file()).getFileName().toString();
        String definition = file.substring(0, file.lastIndexOf('.'));
        return Optional.of(new Originals(context.root(), definition));
    }

    private static Duration settled(String text) {
        Duration settled = Duration.parse(text);
        if (settled.isNegative() || settled.compareTo(LONGEST_SETTLED) > 0) {
            throw new DateTimeException("not from 0 to a day: " + text);
        }
        return settled;
    }

    /** A pattern must not lead out of the workspace, on any operating system. */
    private static boolean isPattern(String text) {
        boolean leaves =
                text.isBlank()
                        || text.startsWith("/")
                        || text.startsWith("~")
                        || text.contains("\\")
                        || text.contains(":")
                        || List.of(text.split("/")).contains("..");
        if (leaves) {
            return false;
        }
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }
}
