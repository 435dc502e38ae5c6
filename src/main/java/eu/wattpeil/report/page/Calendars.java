package eu.wattpeil.report.page;

import eu.wattpeil.report.chart.StripChart;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows what is known of each day as strips of days, the least known scope first. */
final class Calendars {

    /** Scopes above which a page would be too long; all of them are in the workbook. */
    private static final int MOST_STRIPS = 24;

    /** Days that a sentence names. */
    private static final int MOST_DAYS = 8;

    private static final int WEEK = 7;

    /** Keeps the rounding of shares from making a day incomplete. */
    private static final double WHOLE = 1 - 1e-5;

    private final YearMonth month;
    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final KeyWords keys;

    Calendars(YearMonth month, Words words, Numerals numerals, Scopes scopes, KeyWords keys) {
        this.month = month;
        this.scopes = scopes;
        this.words = words;
        this.numerals = numerals;
        this.keys = keys;
    }

    /**
     * The days of a scope.
     *
     * @param days shares of the parts by day
     */
    private record Days(Scope scope, String mark, Map<String, Map<String, Double>> days) {

        double share() {
            return days.values().stream().mapToDouble(Days::known).average().orElse(0);
        }

        boolean isWhole() {
            return incomplete().isEmpty();
        }

        List<String> incomplete() {
            return days.keySet().stream()
                    .filter(day -> known(days.getOrDefault(day, Map.of())) < WHOLE)
                    .toList();
        }

        static double known(Map<String, Double> parts) {
            return parts.values().stream().mapToDouble(it -> it).sum();
        }
    }

    ReportPage.Detail detail(Breakdown all, String title) {
        List<String> parts = all.rows().stream().distinct().toList();
        List<Days> scopes =
                all.cells().stream().collect(Collectors.groupingBy(Cell::scope)).entrySet().stream()
                        .map(it -> days(it.getKey(), it.getValue()))
                        .sorted(
                                Comparator.comparing(Days::share)
                                        .thenComparing(it -> it.scope().id()))
                        .toList();
        List<Days> shown = scopes.subList(0, Math.min(scopes.size(), MOST_STRIPS));
        long whole = scopes.stream().filter(Days::isWhole).count();
        List<String> notes =
                scopes.size() == shown.size()
                        ? List.of()
                        : List.of(words.count("picture.more", scopes.size() - shown.size()));
        return new ReportPage.Detail(
                Breakdowns.anchor(all.detail()),
                title,
                List.of(
                        words.count(
                                key(all, "text"), scopes.size(), "whole", numerals.whole(whole))),
                List.of(),
                Optional.empty(),
                Optional.of(strips(shown, parts, all)),
                table(shown, words.say(key(all, "scope"))),
                true,
                notes);
    }

    /** Of meters every hour is told, of other sources every day. */
    private static String key(Breakdown all, String what) {
        boolean areMeters = all.cells().stream().allMatch(it -> it.scope().isOf("meter"));
        return (areMeters ? "picture.calendar." : "picture.sources.") + what;
    }

    private static Days days(Scope scope, List<Cell> cells) {
        Map<String, Map<String, Double>> days = new TreeMap<>();
        cells.forEach(
                cell ->
                        days.computeIfAbsent(cell.column(), day -> new TreeMap<>())
                                .put(
                                        cell.row(),
                                        cell.value().map(Number::doubleValue).orElse(0.0)));
        String mark = cells.stream().flatMap(it -> it.mark().stream()).findFirst().orElse("");
        return new Days(scope, mark, days);
    }

    private ReportPage.Strips strips(List<Days> shown, List<String> parts, Breakdown all) {
        List<ReportPage.Swatch> legend = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isUsed(shown, parts.get(i))) {
                legend.add(
                        new ReportPage.Swatch(
                                "known-" + i, keys.name(all.detail().rows(), parts.get(i))));
            }
        }
        if (shown.stream().anyMatch(it -> !it.isWhole())) {
            legend.add(new ReportPage.Swatch("hole", words.say("keys.unknown")));
        }
        return new ReportPage.Strips(
                words.say(key(all, "scope")),
                words.say("picture.calendar.known"),
                weeks(),
                shown.stream().map(it -> strip(it, parts)).toList(),
                legend);
    }

    private static boolean isUsed(List<Days> shown, String part) {
        return shown.stream()
                .flatMap(it -> it.days().values().stream())
                .anyMatch(it -> it.getOrDefault(part, 0.0) > 0);
    }

    private List<ReportPage.Week> weeks() {
        int last = month.lengthOfMonth();
        return IntStream.iterate(1, day -> day <= last, day -> day + WEEK)
                .mapToObj(day -> new ReportPage.Week(day, Math.min(WEEK, last - day + 1)))
                .toList();
    }

    private ReportPage.Strip strip(Days scope, List<String> parts) {
        List<Optional<List<Double>>> days =
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .mapToObj(day -> month.atDay(day).toString())
                        .map(
                                day ->
                                        Optional.ofNullable(scope.days().get(day))
                                                .map(
                                                        known ->
                                                                parts.stream()
                                                                        .map(
                                                                                part ->
                                                                                        known
                                                                                                .getOrDefault(
                                                                                                        part,
                                                                                                        0.0))
                                                                        .toList()))
                        .toList();
        return new ReportPage.Strip(
                scopes.name(scope.scope()),
                role(scope),
                new StripChart(description(scope), days),
                numerals.coverage(scope.share()));
    }

    private String role(Days scope) {
        return scope.mark().isEmpty() ? "" : words.code("role", scope.mark());
    }

    private String description(Days scope) {
        return words.say(
                "picture.calendar.strip",
                "name",
                scopes.name(scope.scope()),
                "share",
                numerals.coverage(scope.share()),
                "days",
                incomplete(scope));
    }

    /** The days of which not all is known, within a sentence. */
    private String incomplete(Days scope) {
        List<Integer> days =
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .filter(day -> scope.incomplete().contains(month.atDay(day).toString()))
                        .boxed()
                        .toList();
        if (days.isEmpty()) {
            return words.say("picture.calendar.no_day");
        }
        List<String> named =
                new ArrayList<>(
                        days.subList(0, Math.min(days.size(), MOST_DAYS)).stream()
                                .map(it -> Integer.toString(it))
                                .toList());
        if (days.size() > MOST_DAYS) {
            named.add(words.count("missing.more", days.size() - MOST_DAYS));
        }
        return words.list(named);
    }

    private Table table(List<Days> shown, String scope) {
        return new Table(
                List.of(
                        Table.Column.text(scope),
                        Table.Column.text(words.say("picture.calendar.role")),
                        Table.Column.number(words.say("picture.calendar.known")),
                        Table.Column.note(words.say("picture.calendar.days"))),
                shown.stream()
                        .map(
                                it ->
                                        Table.Row.of(
                                                scopes.name(it.scope()),
                                                role(it),
                                                numerals.coverage(it.share()),
                                                incomplete(it)))
                        .toList());
    }
}
