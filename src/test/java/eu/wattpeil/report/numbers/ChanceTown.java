package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Detail.Keys;
import eu.wattpeil.kpi.model.Detail.Picture;
import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.TownCopy;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A town with everything that a report can tell, of which each number is one by chance: of any
 * size, above and below nothing, often just between two last digits, known or not.
 */
final class ChanceTown {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Waterdam.DUTCH, Locale.FRENCH);

    private static final int MONTHS = 13;
    private static final YearMonth MONTH = Waterdam.LAST;
    private static final Place PLACE = new Place("jobs/reports/monthly.yaml", 1);
    private static final Scope ROOM = new Scope("room", "town-hall-sr");
    private static final List<Scope> SCOPES =
            List.of(
                    Scope.ORGANISATION,
                    new Scope(Scope.DEPARTMENT_KIND, "burgerzaken"),
                    new Scope(Scope.DEPARTMENT_KIND, "ict"),
                    new Scope(Scope.CATEGORY_KIND, "laptop"),
                    new Scope(Scope.CATEGORY_KIND, "monitor"));

    private final Random random;

    private ChanceTown(long seed) {
        random = new Random(seed);
    }

    static MonthlyFacts facts(long seed) {
        ChanceTown town = new ChanceTown(seed);
        MonthlyFacts facts =
                Waterdam.facts(
                        town.insights(Waterdam.facts().organisation().measures()),
                        Provenance.UNKNOWN);
        return TownCopy.of(facts)
                .languages(LANGUAGES)
                .values(town.values(facts.catalogue()))
                .facts();
    }

    /** Waterdam's report in some forms, with all that it can take apart. */
    static Report report(List<String> forms) {
        Report town = Waterdam.report();
        List<Report.Section> sections = new ArrayList<>();
        for (Report.Section section : town.sections()) {
            boolean isRoom = section.sectionId().equals("server-room");
            sections.add(
                    new Report.Section(
                            section.sectionId(),
                            section.title(),
                            section.kpis(),
                            isRoom ? List.of("dc_energy_total", "it_energy") : List.of(),
                            isRoom ? List.of("room_power_profile") : List.of(),
                            PLACE));
        }
        return new Report(
                town.name(),
                forms,
                PLACE,
                sections,
                PLACE,
                List.of("coverage_calendar", "gaps", "devices_by_age", "print_by_department"));
    }

    private List<KpiValue> values(List<Kpi> catalogue) {
        List<KpiValue> values = new ArrayList<>();
        for (Kpi kpi : catalogue) {
            for (int back = 0; back <= MONTHS; back++) {
                YearMonth when = MONTH.minusMonths(back);
                for (Period period : Period.values()) {
                    if (period.isEndedBy(when) && random.nextInt(8) > 0) {
                        for (Scope scope : SCOPES) {
                            values.add(value(kpi, when, new Series(kpi.kpiId(), scope, period)));
                        }
                        // There is one room, which is the whole.
                        KpiValue whole = values.get(values.size() - SCOPES.size());
                        values.add(inRoom(whole));
                    }
                }
            }
        }
        return values;
    }

    private static KpiValue inRoom(KpiValue whole) {
        return new KpiValue(
                whole.month(),
                new Series(whole.kpiId(), ROOM, whole.period()),
                whole.amounts(),
                whole.unit(),
                whole.known(),
                whole.reason(),
                whole.factors(),
                whole.edition());
    }

    private KpiValue value(Kpi kpi, YearMonth when, Series series) {
        boolean isWithheld =
                series.scope().kind().equals(Scope.DEPARTMENT_KIND) && random.nextInt(6) == 0;
        boolean isUnknown = random.nextInt(8) == 0;
        BigDecimal number = kpi.isShare() ? share() : number(9);
        Optional<BigDecimal> amount = isWithheld ? Optional.empty() : Optional.of(number(9));
        return new KpiValue(
                when,
                series,
                new Amounts(
                        amount,
                        kpi.isRatio() ? amount.map(it -> number(9)) : Optional.empty(),
                        isWithheld || isUnknown
                                ? Optional.empty()
                                : Optional.of(number.doubleValue())),
                kpi.unit(),
                new Known(Optional.of(known()), Optional.of(known())),
                isWithheld
                        ? Optional.of(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        : isUnknown ? Optional.of(Reason.COVERAGE_BELOW_MINIMUM) : Optional.empty(),
                new FactorUse(List.of("elec_eea_be"), random.nextBoolean()),
                1);
    }

    /** Of a size by chance, with few digits or many: one that is cut off in the middle, too. */
    private BigDecimal number(int sizes) {
        double size = Math.pow(10, random.nextInt(sizes) - 2);
        int decimals = random.nextInt(7);
        BigDecimal number =
                BigDecimal.valueOf(random.nextGaussian() * size)
                        .setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal half = BigDecimal.valueOf(5, decimals + 1);
        return random.nextInt(3) == 0 && decimals < 6 ? number.add(half) : number;
    }

    private BigDecimal share() {
        return BigDecimal.valueOf(random.nextInt(2001), 3 + random.nextInt(2));
    }

    /** Mostly as good as all. */
    private double known() {
        return switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> 0.99 + random.nextInt(100) / 10_000.0;
            default -> random.nextInt(1001) / 1000.0;
        };
    }

    private Insights insights(List<Measure> measures) {
        List<ChangePart> changes = new ArrayList<>();
        for (Kpi kpi : Waterdam.facts().catalogue()) {
            for (YearMonth against : List.of(MONTH.minusMonths(1), MONTH.minusYears(1))) {
                Series series = Series.ofOrganisation(kpi.kpiId(), Period.MONTH);
                for (String cause : List.of("activity", "factor", "days")) {
                    BigDecimal amount = kpi.isShare() ? share() : number(6);
                    changes.add(new ChangePart(series, against, cause, Optional.of(amount)));
                }
            }
        }
        return new Insights(
                IntStream.range(0, 4).mapToObj(this::finding).toList(),
                List.of(shift("it_energy", "kWh"), shift("base_load_share", "share")),
                changes,
                measures.stream().map(this::effect).toList(),
                List.of(profile(), ages(), departments(), calendar(), gaps()),
                Set.of());
    }

    private Finding finding(int index) {
        return new Finding(
                "rule_" + (char) ('a' + index),
                Optional.empty(),
                ROOM,
                Findings.Outcome.FOUND,
                Optional.empty(),
                List.of(
                        new Finding.Fact("load", number(6), "kW"),
                        new Finding.Fact("known", share(), "share")),
                range(),
                range(),
                range(),
                Optional.of(known()),
                List.of(threshold("some_bound", share(), "share")),
                Optional.empty());
    }

    private static Threshold threshold(String name, BigDecimal value, String unit) {
        return new Threshold(
                name, value, unit, MONTH.minusYears(3).atDay(1), Optional.empty(), "own", "P");
    }

    private Finding.Range range() {
        BigDecimal low = number(7).abs();
        return new Finding.Range(
                Optional.of(low).filter(it -> random.nextInt(4) > 0),
                Optional.of(low.add(number(7).abs())));
    }

    private LevelShift shift(String kpiId, String unit) {
        LocalDate day = MONTH.atDay(3);
        return new LevelShift(
                MONTH,
                kpiId,
                ROOM,
                day,
                Optional.empty(),
                day.minusDays(1),
                number(5),
                number(5),
                number(5),
                number(5),
                Optional.of(random.nextDouble()),
                unit,
                "none",
                List.of());
    }

    private Effect effect(Measure measure) {
        double change = number(5).doubleValue();
        return new Effect(
                measure.measureId(),
                "effect",
                Optional.of(
                        new Effect.Change(
                                change,
                                change - Math.abs(number(4).doubleValue()),
                                random.nextInt(3) == 0 ? 0 : number(5).doubleValue(),
                                number(5).doubleValue())),
                Optional.of(measure.startedOn().plusDays(random.nextInt(200))),
                Optional.of(impact()));
    }

    private Impact impact() {
        return new Impact(
                Optional.empty(),
                Optional.of(random.nextInt(2) == 0 ? 365L : 241L),
                ofAYear("kWh"),
                ofAYear("sheets"),
                ofAYear("impressions"),
                ofAYear("EUR"),
                ofAYear("kgCO2e"));
    }

    private Impact.Amount ofAYear(String unit) {
        return new Impact.Amount(
                unit,
                Optional.of(new Impact.Change(number(7), number(7), number(7))),
                Optional.empty());
    }

    private Breakdown profile() {
        List<Cell> cells = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                cells.add(cell(ROOM, day + "", hour + "", number(3), "kW"));
            }
        }
        return breakdown("room_power_profile", Picture.HEAT_MAP, Keys.WEEKDAY, Keys.HOUR, cells);
    }

    private Breakdown ages() {
        List<Cell> cells = new ArrayList<>();
        for (String category : List.of("laptop", "monitor")) {
            for (int year = 0; year < 8; year++) {
                BigDecimal devices = BigDecimal.valueOf(random.nextInt(3000));
                cells.add(cell(Scope.ORGANISATION, category, year + "", devices, "devices"));
            }
        }
        return breakdown("devices_by_age", Picture.COUNTS, Keys.CATEGORY, Keys.YEARS, cells);
    }

    private Breakdown departments() {
        List<Cell> cells =
                List.of(
                        cell(Scope.ORGANISATION, "ict", "sheets_per_fte", number(4), "sheets/FTE"),
                        cell(
                                Scope.ORGANISATION,
                                "burgerzaken",
                                "sheets_per_fte",
                                number(4),
                                "sheets/FTE"));
        return breakdown("print_by_department", Picture.BARS, Keys.DEPARTMENT, Keys.KPI, cells);
    }

    private Breakdown calendar() {
        List<Cell> cells = new ArrayList<>();
        for (String meter : List.of("grid", "ups-out")) {
            for (int day = 1; day <= MONTH.lengthOfMonth(); day++) {
                BigDecimal known = BigDecimal.valueOf(random.nextInt(8) > 0 ? 1000 : 421, 3);
                String key = MONTH.atDay(day).toString();
                cells.add(cell(new Scope("meter", meter), "measured", key, known, "share"));
            }
        }
        return breakdown("coverage_calendar", Picture.CALENDAR, Keys.PART, Keys.DAY, cells);
    }

    private Breakdown gaps() {
        List<Cell> cells = new ArrayList<>();
        for (int gap = 1; gap <= 3; gap++) {
            String from = MONTH.atDay(gap) + "T04:00:00Z";
            String to = MONTH.atDay(gap + 5) + "T08:00:00Z";
            cells.add(cell(new Scope("meter", "grid"), from, to, number(4).abs(), "h"));
        }
        return breakdown("gaps", Picture.LIST, Keys.INSTANT, Keys.INSTANT, cells);
    }

    private static Breakdown breakdown(
            String id, Picture picture, Keys rows, Keys columns, List<Cell> cells) {
        return new Breakdown(new Detail(id, picture, rows, columns, Optional.empty()), cells);
    }

    private static Cell cell(
            Scope scope, String row, String column, BigDecimal value, String unit) {
        return new Cell(
                scope,
                row,
                column,
                Optional.of(value),
                unit,
                Optional.of(1.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
