package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Detail.Keys;
import eu.wattpeil.kpi.model.Detail.Picture;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BreakdownsTest {

    private static final Scope ROOM = new Scope("room", "hall");

    @Test
    void aHeatMapSaysItsEndsInWordsAndFramesThem() {
        ReportPage.Detail shown =
                shown(
                        detail(
                                "room_power_profile",
                                Picture.HEAT_MAP,
                                Keys.WEEKDAY,
                                Keys.HOUR,
                                Optional.empty()),
                        cell(ROOM, "1", "0", "7.04", "kW"),
                        cell(ROOM, "1", "1", "8.24", "kW"),
                        cell(ROOM, "7", "0", "9.96", "kW"),
                        unknown(ROOM, "7", "1", "no_data"));

        assertThat(shown.lines())
                .containsExactly(
                        "At its quietest, Monday 00:00, the room draws 7.0\u00a0kW on average; at its busiest, Sunday 00:00, 10.0\u00a0kW.",
                        "1 of 4 fields is not known.");
        ReportPage.Grid grid = shown.grids().get(0);
        assertThat(grid.columns()).containsExactly("00", "01");
        assertThat(grid.rows())
                .extracting(ReportPage.GridRow::head, ReportPage.GridRow::brief)
                .containsExactly(tuple("Monday", "Mo"), tuple("Sunday", "Su"));
        assertThat(styles(grid, 0)).containsExactly("tone-0 end", "tone-2");
        assertThat(styles(grid, 1)).containsExactly("tone-6 end", "hatched");
        assertThat(grid.rows().get(1).cells().get(1).said()).isEqualTo("not known");
    }

    /** A level that hardly moves has no dark hours. */
    @Test
    void aHeatMapOfAlmostOneLevelHasNoContrast() {
        ReportPage.Detail shown =
                shown(
                        detail(
                                "room_power_profile",
                                Picture.HEAT_MAP,
                                Keys.WEEKDAY,
                                Keys.HOUR,
                                Optional.empty()),
                        cell(ROOM, "1", "0", "7.99", "kW"),
                        cell(ROOM, "1", "1", "8.00", "kW"));

        assertThat(styles(shown.grids().get(0), 0)).containsExactly("tone-6 end", "tone-6 end");
    }

    @Test
    void ofManyScopesTheHighestAreShownAndTheOthersCounted() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            cells.add(cell(new Scope("room", "room-" + i), "1", "0", Integer.toString(i), "kW"));
        }
        ReportPage.Detail shown =
                shown(
                        detail(
                                "room_power_profile",
                                Picture.HEAT_MAP,
                                Keys.WEEKDAY,
                                Keys.HOUR,
                                Optional.empty()),
                        cells.toArray(Cell[]::new));

        assertThat(shown.grids())
                .hasSize(6)
                .first()
                .satisfies(it -> assertThat(it.caption()).startsWith("room-8"));
        assertThat(shown.notes()).containsExactly("3 more stand in the workbook.");
    }

    @Test
    void countsAddUpAndAnEmptyColumnIsLeftOutButAStepOfAScaleIsNot() {
        ReportPage.Detail shown =
                shown(
                        detail(
                                "devices_by_age",
                                Picture.COUNTS,
                                Keys.CATEGORY,
                                Keys.YEARS,
                                Optional.empty()),
                        cell(Scope.ORGANISATION, "laptop", "0", "12", "devices"),
                        cell(Scope.ORGANISATION, "laptop", "1", "0", "devices"),
                        marked(Scope.ORGANISATION, "laptop", "8+", "3", "past_target_age"),
                        cell(Scope.ORGANISATION, "laptop", "unknown", "0", "devices"),
                        cell(Scope.ORGANISATION, "unknown", "0", "1", "devices"),
                        cell(Scope.ORGANISATION, "unknown", "1", "0", "devices"),
                        cell(Scope.ORGANISATION, "unknown", "8+", "0", "devices"),
                        cell(Scope.ORGANISATION, "unknown", "unknown", "0", "devices"));

        ReportPage.Grid grid = shown.grids().get(0);
        assertThat(grid.columns()).containsExactly("0", "1", "8+", "Sum");
        assertThat(texts(grid, 0)).containsExactly("12", "0", "3", "15");
        assertThat(texts(grid, 2)).containsExactly("13", "0", "3", "16");
        assertThat(grid.rows().get(0).cells().get(2).said()).isEqualTo("past the target age");
        assertThat(shown.lines()).containsExactly("In all 16\u00a0devices.");
    }

    @Test
    void barsStandFromTheLongestAndSayWhyOneIsNotTold() {
        ReportPage.Detail shown =
                shown(
                        detail(
                                "print_by_department",
                                Picture.BARS,
                                Keys.DEPARTMENT,
                                Keys.KPI,
                                Optional.of("sheets_per_fte")),
                        unknown(
                                Scope.ORGANISATION,
                                "archive",
                                "sheets_per_fte",
                                "fewer_than_minimum_people"),
                        cell(Scope.ORGANISATION, "a", "sheets_per_fte", "50.2", "sheets/FTE"),
                        cell(Scope.ORGANISATION, "b", "sheets_per_fte", "400.4", "sheets/FTE"));

        ReportPage.Bars bars = shown.bars().orElseThrow();
        assertThat(bars.bars())
                .extracting(ReportPage.Bar::name)
                .containsExactly("b", "a", "archive");
        assertThat(bars.bars().get(0).value()).isEqualTo("400\u00a0sheets/FTE");
        assertThat(bars.bars().get(0).share()).isEqualTo(0.96);
        assertThat(bars.bars().get(1).share()).isCloseTo(0.96 * 50.2 / 400.4, offset(1e-9));
        ReportPage.Bar hidden = bars.bars().get(2);
        assertThat(hidden.value()).isEmpty();
        assertThat(hidden.share()).isZero();
        assertThat(hidden.reason()).isEqualTo("fewer than 10 people");
        assertThat(shown.table().rows().get(2).cells())
                .containsExactly("archive", "fewer than 10 people");
        assertThat(shown.lines().get(0))
                .isEqualTo("From 50\u00a0sheets/FTE (a) to 400\u00a0sheets/FTE (b).");
    }

    @Test
    void aCalendarPutsTheLeastKnownFirstAndNamesItsDays() {
        ReportPage.Detail shown =
                shown(
                        detail(
                                "coverage_calendar",
                                Picture.CALENDAR,
                                Keys.PART,
                                Keys.DAY,
                                Optional.empty()),
                        cell(meter("a"), "measured", "2026-10-01", "1", "share"),
                        cell(meter("a"), "measured", "2026-10-02", "1", "share"),
                        cell(meter("b"), "measured", "2026-10-01", "0.5", "share"),
                        cell(meter("b"), "measured", "2026-10-02", "0.5", "share"),
                        cell(meter("b"), "estimated", "2026-10-02", "0.5", "share"));

        assertThat(shown.lines())
                .containsExactly("1 of 2 meters are known for every hour of the month.");
        List<ReportPage.Strip> strips = shown.strips().orElseThrow().strips();
        assertThat(strips).extracting(ReportPage.Strip::name).containsExactly("b", "a");
        assertThat(strips.get(0).known()).isEqualTo("75\u00a0%");
        assertThat(strips.get(0).chart().description())
                .isEqualTo("b: 75\u00a0% known; days of which something is missing: 1");
        assertThat(strips.get(0).chart().days())
                .hasSize(31)
                .startsWith(Optional.of(List.of(0.5, 0.0)), Optional.of(List.of(0.5, 0.5)))
                .endsWith(Optional.empty());
        assertThat(shown.strips().orElseThrow().legend())
                .extracting(ReportPage.Swatch::text)
                .containsExactly("measured", "estimated", "not known");
    }

    /** An inventory of another day speaks for a day, too: nothing of it is missing. */
    @Test
    void calendarOfOtherSourcesNamesThemAndThePrintersThatAreLeastKnown() {
        Scope inventory = new Scope("source", "devices");
        ReportPage.Detail shown =
                shown(
                        detail(
                                "source_calendar",
                                Picture.CALENDAR,
                                Keys.PART,
                                Keys.DAY,
                                Optional.empty()),
                        cell(new Scope("printer", "p-1"), "measured", "2026-10-01", "0", "share"),
                        cell(inventory, "measured", "2026-10-01", "1", "share"),
                        cell(inventory, "carried", "2026-10-02", "1", "share"));

        assertThat(shown.lines().get(0))
                .startsWith("1 of 2 rows are known for every day of the month that counts");
        assertThat(shown.strips().orElseThrow().strips())
                .extracting(ReportPage.Strip::name)
                .containsExactly("p-1", "Inventory of devices");
        assertThat(shown.table().columns().get(0).head()).isEqualTo("Source");
        assertThat(shown.strips().orElseThrow().legend())
                .extracting(ReportPage.Swatch::text)
                .containsExactly("measured", "carried over from an earlier report", "not known");
    }

    @Test
    void gapsNameTheirCauseOrHowToNoteOne() {
        ReportPage.Detail shown = gaps(Waterdam.facts().organisation().name(), Locale.ENGLISH);

        assertThat(shown.lines())
                .containsExactly(
                        "2 gaps of more than an hour, together 38\u00a0h in this month.",
                        "Of one of them no cause is noted: a row of kind “note” in"
                                + " config/events.csv, with the meter and a time within the gap,"
                                + " puts it here.");
        assertThat(shown.table().columns())
                .extracting(Table.Column::head)
                .containsExactly("Meter", "Measures", "From", "Until", "Not known", "Cause");
        assertThat(shown.table().rows().get(0).cells())
                .containsExactly(
                        "ups-out",
                        "IT equipment",
                        "20\u00a0July 2026, 22:00",
                        "22\u00a0July 2026, 08:00",
                        "34\u00a0h",
                        "Gemeente Waterdam");
        assertThat(shown.table().rows().get(1).cells().get(5))
                .isEqualTo("none noted · 50\u00a0% estimated");
    }

    @Test
    void gapsStandAmongWhatIsMissingOnTheFirstPage() {
        assertThat(page(Locale.ENGLISH, twoGaps("x")).front().missing())
                .contains(
                        new ReportPage.Item(
                                "Gaps of meters",
                                "2 gaps of more than an hour, together 38\u00a0h in this month.",
                                ""));
    }

    @Test
    void gapsAreSaidInDutchAndFrenchToo() {
        assertThat(gaps("x", Waterdam.DUTCH).lines().get(0))
                .isEqualTo("2 gaten van meer dan een uur, samen 38\u00a0uur in deze maand.");
        assertThat(gaps("x", Locale.FRENCH).lines().get(0))
                .isEqualTo("2 interruptions de plus d’une heure, 38\u00a0h en tout ce mois-ci.");
    }

    @Test
    void aColumnThatIsTooNarrowForItsNameIsNamedUpright() {
        ReportPage.Grid six = grid("recycled", "not known", "0", "1", "2", "Sum");
        ReportPage.Grid ten = grid("0", "1", "2", "3", "4", "5", "6", "7", "8+", "Sum");

        assertThat(six.columns())
                .filteredOn(six::isUpright)
                .containsExactly("recycled", "not known");
        assertThat(ten.columns()).filteredOn(ten::isUpright).containsExactly("Sum");
    }

    private static ReportPage.Grid grid(String... columns) {
        return new ReportPage.Grid("", "", List.of(columns), List.of(), false, List.of());
    }

    @Test
    void whatIsWrittenToDoHarmIsAName() {
        for (String name : HostileTown.NAMES) {
            assertThat(gaps(name, Locale.ENGLISH).table().rows().get(0).cells()).contains(name);
        }
    }

    @Test
    void nothingFoundIsSaidWhereItWasLookedForAndLeftOutElsewhere() {
        Detail looked =
                detail(
                        "gaps",
                        Picture.LIST,
                        Keys.INSTANT,
                        Keys.INSTANT,
                        Optional.of("metering_coverage"));
        Detail other = detail("gaps", Picture.LIST, Keys.INSTANT, Keys.INSTANT, Optional.of("wue"));

        assertThat(shown(looked).lines())
                .containsExactly("No meter was silent for more than an hour.");
        assertThat(page(Locale.ENGLISH, new Breakdown(other, List.of())).details()).isEmpty();
    }

    private static ReportPage.Detail gaps(String cause, Locale language) {
        return page(language, twoGaps(cause)).details().get(0);
    }

    private static Breakdown twoGaps(String cause) {
        return new Breakdown(
                detail("gaps", Picture.LIST, Keys.INSTANT, Keys.INSTANT, Optional.empty()),
                List.of(
                        gap("grid", "2026-07-01T00:00:00Z", "2026-07-01T04:00:00Z", "4", ""),
                        gap(
                                "ups-out",
                                "2026-07-20T20:00:00Z",
                                "2026-07-22T06:00:00Z",
                                "34",
                                cause)));
    }

    private static Cell gap(String meter, String from, String until, String hours, String cause) {
        return new Cell(
                meter(meter),
                from,
                until,
                Optional.of(new BigDecimal(hours)),
                "h",
                Optional.of(cause.isEmpty() ? 0.5 : 0.0),
                Optional.empty(),
                Optional.of("it"),
                Optional.of(cause).filter(it -> !it.isEmpty()));
    }

    private static ReportPage.Detail shown(Detail detail, Cell... cells) {
        return page(Locale.ENGLISH, new Breakdown(detail, List.of(cells))).details().get(0);
    }

    private static ReportPage page(Locale language, Breakdown breakdown) {
        Place place = new Place("jobs/reports/monthly.yaml", 1);
        Report.Section section =
                new Report.Section("room", Map.of(), List.of("metering_coverage"), place);
        Report report =
                new Report(
                        "monthly",
                        List.of(),
                        place,
                        List.of(section),
                        place,
                        List.of(breakdown.detail().detailId()));
        return PageWriter.page(MonthlyReport.of(Waterdam.facts(breakdown), report), language);
    }

    private static Detail detail(
            String id, Picture picture, Keys rows, Keys columns, Optional<String> figure) {
        return new Detail(id, picture, rows, columns, figure);
    }

    private static Scope meter(String id) {
        return new Scope("meter", id);
    }

    private static Cell cell(Scope scope, String row, String column, String value, String unit) {
        return new Cell(
                scope,
                row,
                column,
                Optional.of(new BigDecimal(value)),
                unit,
                Optional.of(1.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Cell marked(Scope scope, String row, String column, String value, String mark) {
        return new Cell(
                scope,
                row,
                column,
                Optional.of(new BigDecimal(value)),
                "devices",
                Optional.of(1.0),
                Optional.empty(),
                Optional.of(mark),
                Optional.empty());
    }

    private static Cell unknown(Scope scope, String row, String column, String reason) {
        return new Cell(
                scope,
                row,
                column,
                Optional.empty(),
                "kW",
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> styles(ReportPage.Grid grid, int row) {
        return grid.rows().get(row).cells().stream().map(ReportPage.GridCell::style).toList();
    }

    private static List<String> texts(ReportPage.Grid grid, int row) {
        return grid.rows().get(row).cells().stream().map(ReportPage.GridCell::text).toList();
    }
}
