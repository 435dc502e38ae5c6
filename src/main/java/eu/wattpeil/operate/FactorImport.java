package eu.wattpeil.operate;

import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.suggest.Head;
import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.operate.ListFigures.Told;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the figures of a list that others publish into {@code config/factors-imported.csv}, for
 * one's own use. Rows that are there stay as they are: a list that says something else of the same
 * year is refused, as reports do not change until a new series is named.
 */
public final class FactorImport {

    private static final String TARGET = "config/factors-imported.csv";
    private static final String HEADER =
            "factor_id,series,scope,basis,gas,gwp_set,region,year,vintage,valid_from,valid_to,"
                    + "published_on,value,unit,source,grade,licence,redistributable";
    private static final String NOTE =
            "# Made by wattpeil factors import, from lists that may not be passed on. Leave this"
                    + " file out of what you share.\n";
    private static final String LICENCE = "not redistributable: for your own use";
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ROWS = 100_000;
    private static final int DIGITS_OF_HASH = 16;
    private static final List<Character> DELIMITERS = List.of('\t', ';', ',');

    private FactorImport() {}

    /**
     * What to read.
     *
     * @param list of {@code jobs/factor-lists}
     * @param year that the list describes
     * @param vintage of a list that restates a year; empty for the first of it
     * @param columns headings or numbers of columns that go over the definition's
     * @param unit of the figures; empty where the file says it
     */
    public record Order(
            String list,
            Path file,
            int year,
            Optional<String> vintage,
            Map<String, String> columns,
            Optional<String> unit) {}

    /**
     * What came of it.
     *
     * @param added the rows that are new
     * @param present how many were there already
     * @param absent items that the file does not tell
     * @param isLayoutSeen whether a file of the publisher was at hand when the definition was made
     */
    public record Result(
            String title,
            List<Row> added,
            int present,
            List<String> absent,
            boolean isLayoutSeen) {}

    /**
     * A row of factors.
     *
     * @param value empty where the publisher says that there is none
     */
    public record Row(String series, int year, Optional<BigDecimal> value, String unit) {}

    private record Line(Row row, Told told, String text) {

        String factorId() {
            return row.series() + "_" + row.year();
        }
    }

    /**
     * Adds the rows that are not there yet, all or none.
     *
     * @throws UnknownNameException where there is no such list or column
     * @throws UnusableListException where the file is not what it was said to be, or says something
     *     else than rows that are there
     */
    public static Result into(Path root, Order order) throws IOException {
        Problems problems = new Problems();
        Workspace workspace = Setup.read(root, problems);
        if (new WorkspaceFiles(root).find("config/wattpeil.yaml").isEmpty()) {
            problems.throwIfAny();
        }
        FactorList list = FactorList.named(order.list(), workspace.files());
        byte[] bytes = Files.readAllBytes(order.file());
        List<Told> told;
        try {
            told = figures(list, order, bytes);
        } catch (UnusableListException unusable) {
            throw new UnusableListException(
                    "Cannot read "
                            + order.file().getFileName()
                            + " as "
                            + list.title()
                            + ": "
                            + unusable.getMessage()
                            + note(list));
        }
        List<Line> lines = told.stream().map(it -> line(it, list, order, bytes)).toList();
        Map<String, Factor> known =
                workspace.factors().stream()
                        .collect(Collectors.toMap(Factor::factorId, it -> it, (a, b) -> a));
        List<Line> added = new ArrayList<>();
        for (Line line : lines) {
            Factor before = known.get(line.factorId());
            if (before == null) {
                checkSeries(line, workspace.factors());
                added.add(line);
            } else {
                checkSame(line, before);
            }
        }
        if (!added.isEmpty()) {
            write(root.resolve(TARGET), added);
        }
        return new Result(
                list.title(),
                added.stream().map(Line::row).toList(),
                lines.size() - added.size(),
                list.items().stream()
                        .filter(item -> told.stream().noneMatch(it -> it.item().equals(item)))
                        .map(FactorList.Item::id)
                        .toList(),
                list.isLayoutSeen());
    }

    private static String note(FactorList list) {
        return list.isLayoutSeen()
                ? ""
                : ". No file of the publisher was at hand when jobs/factor-lists/"
                        + list.name()
                        + ".yaml was made: tell us when yours looks different";
    }

    /** The figures by the first delimiter that gives headings, or by the last. */
    private static List<Told> figures(FactorList list, Order order, byte[] bytes)
            throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new UnusableListException("it is larger than 64 MB, expected a list");
        }
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, KnownContent.HEAD_BYTES));
        Head text = Head.of(new ByteArrayInputStream(bytes), MOST_BYTES + 1);
        boolean isWorkbook = KnownContent.isZip(head) && !text.text().startsWith("PK");
        Optional<String> other =
                isWorkbook ? Optional.empty() : KnownContent.of(head, text.charset());
        if (other.isPresent() || text.text().isBlank()) {
            throw new UnusableListException(
                    "this is " + other.orElse("empty") + ", expected an .xlsx workbook or CSV");
        }
        List<List<List<String>>> tables =
                DELIMITERS.stream().map(it -> text.rows(it, MOST_ROWS)).toList();
        List<List<String>> rows =
                Stream.concat(
                                tables.stream().filter(it -> reading(list, order).hasHeadings(it)),
                                tables.stream().skip(DELIMITERS.size() - 1L))
                        .findFirst()
                        .orElseThrow();
        return reading(list, order).read(rows);
    }

    private static ListFigures reading(FactorList list, Order order) {
        return new ListFigures(list, order.year(), order.columns(), order.unit());
    }

    private static Line line(Told told, FactorList list, Order order, byte[] bytes) {
        String vintage = order.vintage().orElse(Integer.toString(order.year()));
        String suffix =
                order.vintage()
                        .map(it -> "_" + it.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                        .orElse("");
        FactorList.Item item = told.item();
        String series = told.figure().series().replace("{item}", item.id()) + suffix;
        Row row = new Row(series, order.year(), told.value(), item.unit());
        String source = list.source() + " " + order.year() + "; file " + hash(bytes);
        List<String> fields =
                List.of(
                        series + "_" + order.year(),
                        series,
                        told.figure().scope().orElse(item.scope()),
                        told.figure().basis(),
                        told.gas(),
                        "",
                        item.region(),
                        Integer.toString(order.year()),
                        vintage,
                        order.year() + "-01-01",
                        "",
                        "",
                        told.value().map(BigDecimal::toPlainString).orElse(""),
                        item.unit(),
                        source,
                        "A",
                        LICENCE,
                        "false");
        return new Line(
                row,
                told,
                fields.stream().map(FactorImport::quoted).collect(Collectors.joining(",")));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n#]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, DIGITS_OF_HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void checkSame(Line line, Factor before) {
        boolean isSame =
                before.value().isEmpty()
                        ? line.row().value().isEmpty()
                        : line.row()
                                .value()
                                .filter(it -> it.compareTo(before.value().get()) == 0)
                                .isPresent();
        if (!isSame) {
            throw new UnusableListException(
                    line.factorId()
                            + " is "
                            + value(before.value())
                            + " in "
                            + before.file()
                            + " and "
                            + value(line.row().value())
                            + " in this file, expected the same: a list that restates a year is a"
                            + " series of its own, --vintage v1.1 makes one");
        }
    }

    private static String value(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("not applicable");
    }

    /** Rows of a series have one unit and one basis, and no two of them begin on one day. */
    private static void checkSeries(Line line, List<Factor> factors) {
        for (Factor factor : factors) {
            boolean isOfSeries = factor.series().equals(line.row().series());
            boolean isUnlike =
                    !factor.unit().equals(line.row().unit())
                            || !factor.basis().equals(line.told().figure().basis());
            boolean isSameYear = factor.validFrom().getYear() == line.row().year();
            if (isOfSeries && (isUnlike || isSameYear)) {
                throw new UnusableListException(
                        "series "
                                + factor.series()
                                + " has "
                                + factor.factorId()
                                + " in "
                                + factor.file()
                                + " already, expected one row a year of one unit and basis:"
                                + " --vintage makes a series of its own");
            }
        }
    }

    private static void write(Path target, List<Line> added) throws IOException {
        String before = Files.exists(target) ? Files.readString(target) : NOTE + HEADER + "\n";
        Optional<String> header =
                before.lines().filter(it -> !it.startsWith("#") && !it.isBlank()).findFirst();
        if (!header.equals(Optional.of(HEADER))) {
            throw new UnusableListException(
                    TARGET
                            + " has the columns "
                            + header.orElse("")
                            + ", expected "
                            + HEADER
                            + ": give a file of your own another name");
        }
        StringBuilder text = new StringBuilder(before);
        if (!before.endsWith("\n")) {
            text.append('\n');
        }
        added.forEach(it -> text.append(it.text()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Disk.local().replace(target, bytes, Access.EVERYONE);
    }
}
