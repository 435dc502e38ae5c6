package eu.wattpeil.report.numbers;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a report as people wrote it, with digits that are no numbers of an edition: the
 * texts of the language, names and sources of the organisation, ids, and dates.
 */
final class FixedTexts {

    /** What is shorter could be a part of a number with its unit. */
    private static final int SHORTEST = 4;

    /** Stands where a fixed text stood, so that no number grows together with another one. */
    private static final String GONE = "\u0001";

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern BARE = Pattern.compile("[\\d\\s.,%+\u2212\u202f\u00a0-]*");

    private final Map<String, List<String>> byBeginning;
    private final Pattern dates;
    private final Set<String> units;

    /**
     * In a language.
     *
     * @param own of the organisation: names, sources, ids
     * @param units that have digits of their own
     */
    FixedTexts(Script script, Collection<String> own, List<String> units) {
        this.units = units.stream().map(Loose::compact).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(own);
        all.add("SHA-256");
        all.addAll(units);
        Stream.concat(script.texts(), Script.of(Locale.ENGLISH).texts())
                .forEach(
                        text -> {
                            all.add(text.replace("''", "'"));
                            all.addAll(Arrays.asList(text.replace("''", "'").split("[{}]")));
                        });
        byBeginning =
                all.stream()
                        .filter(text -> !BARE.matcher(text).matches())
                        .map(Loose::compact)
                        .filter(text -> text.length() >= SHORTEST)
                        .filter(text -> DIGIT.matcher(text).find())
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .collect(
                                Collectors.groupingBy(
                                        text -> text.substring(0, SHORTEST),
                                        HashMap::new,
                                        Collectors.toList()));
        dates = dates(script.language());
    }

    /** What the organisation's own files call things and where they come from. */
    static Set<String> of(Town town, EditionTables tables, Locale language) throws SQLException {
        Set<String> own = sources();
        Organisation organisation = town.organisation();
        own.add(organisation.name());
        organisation
                .goals()
                .forEach(
                        goal -> {
                            own.add(Texts.pick(goal.title(), language));
                            own.add(Texts.pick(goal.owner(), language));
                            own.addAll(goal.sdgTargets());
                            own.addAll(goal.esrsDatapoints());
                            own.add(String.join(", ", goal.sdgTargets()));
                            own.add(goal.goalId());
                        });
        organisation
                .measures()
                .forEach(
                        measure -> {
                            own.add(Texts.pick(measure.title(), language));
                            own.add(Texts.pick(measure.story().done(), language));
                            own.add(Texts.pick(measure.story().lesson(), language));
                            own.add(Texts.pick(measure.story().repeat(), language));
                            own.add(measure.measureId());
                        });
        organisation.departments().forEach(it -> own.add(it.name()));
        organisation.deviceProfiles().forEach(it -> own.add(it.name()));
        organisation.names().forEach(it -> own.add(Texts.pick(it.name(), language)));
        organisation
                .factors()
                .forEach(
                        factor -> {
                            own.addAll(List.of(factor.factorId(), factor.scope(), factor.region()));
                            own.addAll(List.of(factor.source(), factor.licence()));
                        });
        town.thresholds().forEach(it -> own.addAll(List.of(it.threshold(), it.source())));
        town.kpis()
                .forEach(
                        kpi -> {
                            own.add(Texts.pick(kpi.title(), language));
                            own.add(Texts.pick(kpi.formula(), language));
                            own.add(Texts.pick(kpi.source(), language));
                            own.add(kpi.kpiId());
                        });
        tables.rows().forEach(row -> own.add(row.scopeId()));
        for (String table : List.of("details", "findings")) {
            for (Map<String, String> row : tables.current(table)) {
                own.add(EditionTables.text(row, "scope_id"));
                own.add(EditionTables.text(row, "row_key"));
                own.add(EditionTables.text(row, "note"));
            }
        }
        for (Map<String, String> row : tables.all("documents")) {
            own.add(EditionTables.text(row, "name"));
            own.add(EditionTables.text(row, "definition"));
        }
        for (Map<String, String> row : tables.all("rejects")) {
            own.add(EditionTables.text(row, "found"));
            own.add(EditionTables.text(row, "file"));
        }
        for (Map<String, String> row : tables.all("series_breaks")) {
            own.add(EditionTables.text(row, "subject_id"));
        }
        return own;
    }

    /** Where factors and bounds come from, in all languages. */
    private static Set<String> sources() {
        Set<String> sources = new HashSet<>();
        for (String file : List.of("sources.csv", "sources-prices.csv")) {
            try (CsvReader<CsvRecord> rows =
                    CsvReader.builder()
                            .commentStrategy(CommentStrategy.SKIP)
                            .ofCsvRecord(Path.of("config", file))) {
                rows.forEach(row -> sources.addAll(row.getFields()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return sources;
    }

    /** A text without them. */
    String takenFrom(String text) {
        if (!DIGIT.matcher(text).find()) {
            return "";
        }
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = lengthAt(text, at);
            if (length > 0) {
                rest.append(GONE);
            } else {
                rest.append(text.charAt(at));
            }
            at += Math.max(1, length);
        }
        return dates.matcher(rest).replaceAll(GONE);
    }

    private int lengthAt(String text, int at) {
        for (String one : byBeginning.getOrDefault(beginning(text, at), List.of())) {
            boolean isOfANumber =
                    units.contains(one)
                            && at > 1
                            && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\u00a0')
                            && Character.isDigit(text.charAt(at - 2));
            int end = Loose.end(text, at, one);
            if (!isOfANumber && end >= 0 && isWhole(text, at, end)) {
                return end - at;
            }
        }
        return 0;
    }

    private static String beginning(String text, int at) {
        if (Loose.isGap(text.charAt(at))) {
            return "";
        }
        StringBuilder beginning = new StringBuilder();
        for (int i = at; i < text.length() && beginning.length() < SHORTEST; i++) {
            if (!Loose.isGap(text.charAt(i))) {
                beginning.append(text.charAt(i));
            }
        }
        return beginning.toString();
    }

    /** Whether neither end cuts a number. */
    private static boolean isWhole(String text, int from, int to) {
        return !isCut(text, from) && !isCut(text, to);
    }

    private static boolean isCut(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at));
    }

    /** Days, months and times as they are written. */
    private static Pattern dates(Locale language) {
        List<String> names = new ArrayList<>();
        for (Month month : Month.values()) {
            names.add(month.getDisplayName(TextStyle.FULL, language));
            names.add(month.getDisplayName(TextStyle.FULL, language).substring(0, 3) + "\\w*\\.?");
        }
        names.add("mrt\\.");
        String name = "(?iu:" + String.join("|", names) + ")";
        return Pattern.compile(
                "\\b(?:3[01]|[12]?\\d)(?:er)?[\\s\u00a0]"
                        + name
                        + "[\\s\u00a0]20\\d\\d\\b|\\b"
                        + name
                        + "[\\s\u00a0]20\\d\\d\\b|\\b20\\d\\d-[01]\\d(?:-[0-3]\\d)?\\b"
                        + "|\\b[0-2]\\d:[0-5]\\d\\b"
                        + "|\\b(?=[0-9a-f]*[a-f])[0-9a-f]{16,64}\\b",
                Pattern.UNICODE_CHARACTER_CLASS);
    }
}
