package eu.wattpeil;

import eu.wattpeil.report.ReadableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reports of the sample as texts, in English and in Dutch. That of the newest month stands
 * whole. Of those before it stand the lines that it does not have too, between them how many it has
 * (=), and of what is folded away how many lines there are, with a sum of them (~). What changes
 * with every line of a model, such as a fingerprint, is left out. They are renewed by {@link
 * RenewGoldenReports}.
 */
final class GoldenReports {

    private static final Path GOLDEN = Path.of("src/test/resources/reports");
    private static final Path FOUND = Path.of("target/golden-reports");
    private static final List<String> LANGUAGES = List.of("en", "nl");
    private static final Pattern FINGERPRINT = Pattern.compile("\\b[0-9a-f]{8,64}\\b");

    /** Links to what is published beside a report: in which languages is not its text. */
    private static final Pattern BESIDE = Pattern.compile("(?s)<ul class=\"beside\">.*?</ul>");

    private GoldenReports() {}

    /** The texts of published reports, by the names of their files. */
    static Map<String, String> texts(Path reports) {
        Map<String, String> texts = new TreeMap<>();
        for (String language : LANGUAGES) {
            TreeMap<String, List<String>> months = months(reports, language);
            Set<String> newest = new TreeSet<>(months.lastEntry().getValue());
            months.forEach(
                    (month, lines) ->
                            texts.put(
                                    month + "." + language + ".txt",
                                    text(
                                            month.equals(months.lastKey())
                                                    ? lines
                                                    : besides(lines, newest))));
        }
        return texts;
    }

    /** What is not as it was: of each text the first line, and how many there are. */
    static List<String> differences(Path reports) {
        Map<String, String> found = texts(reports);
        write(FOUND, found);
        Set<String> names = new TreeSet<>(found.keySet());
        names.addAll(kept());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Path golden = GOLDEN.resolve(name);
            List<String> now = found.getOrDefault(name, "").lines().toList();
            List<String> then = Files.exists(golden) ? read(golden).lines().toList() : List.of();
            if (!now.equals(then)) {
                differences.add(difference(name, now, then));
            }
        }
        return differences;
    }

    /** Makes the texts anew. */
    static void renew(Path reports) {
        Map<String, String> texts = texts(reports);
        for (String name : kept()) {
            try {
                Files.delete(GOLDEN.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        write(GOLDEN, texts);
    }

    private static String difference(String name, List<String> now, List<String> then) {
        int at = 0;
        while (at < now.size() && at < then.size() && now.get(at).equals(then.get(at))) {
            at++;
        }
        List<String> others = new ArrayList<>(now);
        then.forEach(others::remove);
        return "%s:%d: the line is \"%s\", expected \"%s\"; %d lines are new"
                .formatted(
                        name,
                        at + 1,
                        at < now.size() ? now.get(at) : "",
                        at < then.size() ? then.get(at) : "",
                        others.size());
    }

    private static TreeMap<String, List<String>> months(Path reports, String language) {
        TreeMap<String, List<String>> months = new TreeMap<>();
        for (String month : names(reports)) {
            if (month.matches("\\d{4}-\\d{2}")) {
                Path edition = reports.resolve(month).resolve("edition-1");
                if (names(reports.resolve(month)).contains("edition-2")) {
                    throw new IllegalStateException(
                            reports.resolve(month) + " has a second edition, expected a first run");
                }
                months.put(
                        month,
                        ReadableText.of(
                                        BESIDE.matcher(
                                                        read(
                                                                edition.resolve(
                                                                        "report." + language
                                                                                + ".html")))
                                                .replaceFirst(""))
                                .stream()
                                .map(line -> FINGERPRINT.matcher(line).replaceAll("…"))
                                .toList());
            }
        }
        return months;
    }

    /** Headings stay, so that a reader sees where a line is. */
    private static List<String> besides(List<String> lines, Set<String> newest) {
        List<String> besides = new ArrayList<>();
        List<String> run = new ArrayList<>();
        Kind kind = Kind.NEW;
        for (String line : lines) {
            Kind next = kind(line, newest);
            if (next != kind) {
                besides.addAll(kind.told(run));
                run.clear();
                kind = next;
            }
            run.add(line);
        }
        besides.addAll(kind.told(run));
        return besides;
    }

    private static Kind kind(String line, Set<String> newest) {
        if (line.startsWith(ReadableText.FOLDED)) {
            return Kind.FOLDED;
        }
        return newest.contains(line) && !line.startsWith("#") ? Kind.SAME : Kind.NEW;
    }

    private enum Kind {
        NEW,
        SAME,
        FOLDED;

        List<String> told(List<String> run) {
            return switch (this) {
                case NEW -> List.copyOf(run);
                case SAME -> List.of("= " + run.size());
                case FOLDED ->
                        List.of(
                                ReadableText.FOLDED
                                        + "~ "
                                        + run.size()
                                        + " "
                                        + Integer.toHexString(String.join("\n", run).hashCode()));
            };
        }
    }

    private static String text(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> kept() {
        return Files.exists(GOLDEN) ? names(GOLDEN) : List.of();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Map<String, String> texts) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
