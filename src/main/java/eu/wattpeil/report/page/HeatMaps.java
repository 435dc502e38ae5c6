package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Shows levels where rows and columns meet as a table of tones, the darker the higher. */
final class HeatMaps {

    /** Tones, from the lightest. */
    static final int TONES = 7;

    /** Columns above which a table is too wide for a telephone. */
    static final int MOST_NARROW = 11;

    /** Scopes above which a page would be too long; all of them are in the workbook. */
    private static final int MOST_SCOPES = 6;

    /** A difference below this share of the highest level is no contrast worth a dark tone. */
    private static final double LEAST_CONTRAST = 0.1;

    /** Steps of the last digit that levels should lie apart. */
    private static final int STEPS = 10;

    private static final int MOST_DECIMALS = 2;

    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final KeyWords keys;
    private final BiFunction<Detail, Scope, Optional<String>> figures;

    /**
     * @param figures what the KPI of a detail comes to in a scope, as a sentence
     */
    HeatMaps(
            Words words,
            Numerals numerals,
            Scopes scopes,
            KeyWords keys,
            BiFunction<Detail, Scope, Optional<String>> figures) {
        this.words = words;
        this.numerals = numerals;
        this.scopes = scopes;
        this.keys = keys;
        this.figures = figures;
    }

    /** The levels of the scopes that have the highest ones. */
    ReportPage.Detail detail(Breakdown all, String title) {
        List<Breakdown> shown =
                all.scopes().stream()
                        .map(all::of)
                        .sorted(Comparator.comparing(HeatMaps::highest).reversed())
                        .limit(MOST_SCOPES)
                        .toList();
        boolean isOne = all.scopes().size() == 1;
        List<String> lines = new ArrayList<>();
        if (isOne) {
            lines.addAll(lines(shown.get(0)));
        }
        int others = all.scopes().size() - shown.size();
        return new ReportPage.Detail(
                Breakdowns.anchor(all.detail()),
                title,
                lines,
                shown.stream().map(it -> grid(it, isOne)).toList(),
                Optional.empty(),
                Optional.empty(),
                Breakdowns.NO_TABLE,
                false,
                others == 0 ? List.of() : List.of(words.count("picture.more", others)));
    }

    private static Double highest(Breakdown one) {
        return one.known().stream().mapToDouble(Cell::number).max().orElse(0);
    }

    private List<String> lines(Breakdown one) {
        List<String> lines = new ArrayList<>();
        extremes(one).ifPresent(lines::add);
        figures.apply(one.detail(), one.scopes().get(0)).ifPresent(lines::add);
        int unknown = one.cells().size() - one.known().size();
        if (unknown > 0) {
            lines.add(
                    words.count(
                            "picture.heat_map.unknown",
                            unknown,
                            "all",
                            numerals.whole(one.cells().size())));
        }
        return lines;
    }

    private Optional<String> extremes(Breakdown one) {
        List<Cell> known = one.known();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int decimals = decimals(known);
        return Optional.of(
                words.say(
                        own(one.detail(), "text").orElse("picture.heat_map.text"),
                        "least",
                        place(one, least(known)),
                        "low",
                        value(least(known), decimals),
                        "most",
                        place(one, most(known)),
                        "high",
                        value(most(known), decimals)));
    }

    private Optional<String> own(Detail detail, String part) {
        return Optional.of("detail." + detail.detailId() + "." + part)
                .filter(key -> words.find(key).isPresent());
    }

    private String place(Breakdown one, Cell cell) {
        return keys.place(one.detail().rows(), cell.row(), one.detail().columns(), cell.column());
    }

    private String value(Cell cell, int decimals) {
        return numerals.rounded(cell.value().orElseThrow(), decimals, cell.unit());
    }

    private static Cell least(List<Cell> known) {
        return known.stream().min(Comparator.comparing(Cell::number)).orElseThrow();
    }

    private static Cell most(List<Cell> known) {
        return known.stream().max(Comparator.comparing(Cell::number)).orElseThrow();
    }

    /** As few digits as tell the levels apart. */
    private static int decimals(List<Cell> known) {
        double span = most(known).number() - least(known).number();
        int decimals = 0;
        while (decimals < MOST_DECIMALS && span * Math.pow(10, decimals) < STEPS) {
            decimals++;
        }
        return decimals;
    }

    private ReportPage.Grid grid(Breakdown one, boolean isOne) {
        Detail detail = one.detail();
        List<Cell> known = one.known();
        List<String> columns = one.columns();
        String name = scopes.name(one.scopes().get(0));
        String caption = isOne ? name : name + " – " + String.join(" ", lines(one));
        return new ReportPage.Grid(
                caption,
                keys.head(detail.rows()),
                columns.stream().map(it -> keys.name(detail.columns(), it)).toList(),
                one.rows().stream().map(row -> row(one, row, known)).toList(),
                columns.size() > MOST_NARROW,
                known.isEmpty() ? List.of() : legend(one, known));
    }

    private ReportPage.GridRow row(Breakdown one, String row, List<Cell> known) {
        return new ReportPage.GridRow(
                keys.name(one.detail().rows(), row),
                keys.brief(one.detail().rows(), row),
                one.columns().stream()
                        .map(
                                column ->
                                        one.cells().stream()
                                                .filter(it -> it.row().equals(row))
                                                .filter(it -> it.column().equals(column))
                                                .findFirst()
                                                .map(it -> cell(it, known))
                                                .orElse(new ReportPage.GridCell("", "", "")))
                        .toList(),
                false);
    }

    private ReportPage.GridCell cell(Cell cell, List<Cell> known) {
        if (cell.value().isEmpty()) {
            return new ReportPage.GridCell("", "hatched", words.say("keys.unknown"));
        }
        BigDecimal value = cell.value().get();
        boolean isEnd = cell.equals(least(known)) || cell.equals(most(known));
        return new ReportPage.GridCell(
                numerals.rounded(value, decimals(known)),
                "tone-" + tone(cell.number(), known) + (isEnd ? " end" : ""),
                "");
    }

    private static int tone(double value, List<Cell> known) {
        double highest = most(known).number();
        double lowest = Math.min(least(known).number(), highest * (1 - LEAST_CONTRAST));
        double share = highest == lowest ? 0 : (value - lowest) / (highest - lowest);
        return (int) Math.max(0, Math.min(TONES - 1, Math.floor(share * TONES)));
    }

    /** The lowest and the highest level, and what is none. */
    private List<ReportPage.Swatch> legend(Breakdown all, List<Cell> known) {
        int decimals = decimals(known);
        List<ReportPage.Swatch> legend = new ArrayList<>();
        legend.add(
                new ReportPage.Swatch(
                        "tone-" + tone(least(known).number(), known),
                        words.say("picture.lowest", "value", value(least(known), decimals))));
        legend.add(
                new ReportPage.Swatch(
                        "tone-" + (TONES - 1),
                        words.say("picture.highest", "value", value(most(known), decimals))));
        if (known.size() < all.cells().size()) {
            legend.add(new ReportPage.Swatch("hatched", words.say("keys.unknown")));
        }
        return legend;
    }
}
