package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.workspace.CircularClause;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.GapEstimates;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Label;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.MeterEvent;
import eu.wattpeil.workspace.PaperSize;
import eu.wattpeil.workspace.Printer;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Supplies;
import eu.wattpeil.workspace.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The relations that {@code config/} gives: typed tables of a few hundred rows at most.
 *
 * <p>A month sees of them what holds in its time: rows of a {@code month}, from {@code valid_from}
 * to {@code valid_to}, or of what {@code happened_at} an instant. Relations without such a column
 * hold always.
 */
public final class ConfigRelations {

    private final List<ConfigRelation> relations;

    private ConfigRelations(List<ConfigRelation> relations) {
        this.relations = relations;
    }

    public static ConfigRelations of(Workspace workspace) {
        return new ConfigRelations(
                List.of(
                        meters(workspace.meters()),
                        meterEvents(workspace.events()),
                        departments(workspace.departments()),
                        headcount(workspace.headcounts()),
                        deviceProfiles(workspace.deviceProfiles()),
                        factors(workspace.factors()),
                        paperSizes(workspace.paperSizes()),
                        printers(workspace.printers()),
                        labels(workspace.procurement().labels()),
                        labelGoods(workspace.procurement().labels()),
                        circularClauses(workspace.procurement().circularClauses()),
                        RoomRelations.roomFacts(workspace.rooms().facts()),
                        RoomRelations.upsRatings(workspace.rooms().upsRatings()),
                        ProductRelations.productEnergy(workspace.products().energies()),
                        ProductRelations.tecWeights(workspace.products().weights()),
                        RoomRelations.thresholds(workspace.thresholds()),
                        factorSeries(workspace.settings().factorSeries()),
                        SupplyRelations.energyContracts(workspace.supplies()),
                        SupplyRelations.refills(workspace.supplies()),
                        settings(List.of(workspace.settings()))));
    }

    /** The same tables without a row, to check models against. */
    public static ConfigRelations empty() {
        return new ConfigRelations(
                List.of(
                        meters(List.of()),
                        meterEvents(List.of()),
                        departments(List.of()),
                        headcount(List.of()),
                        deviceProfiles(List.of()),
                        factors(List.of()),
                        paperSizes(List.of()),
                        printers(List.of()),
                        labels(List.of()),
                        labelGoods(List.of()),
                        circularClauses(List.of()),
                        RoomRelations.roomFacts(List.of()),
                        RoomRelations.upsRatings(List.of()),
                        ProductRelations.productEnergy(List.of()),
                        ProductRelations.tecWeights(List.of()),
                        RoomRelations.thresholds(List.of()),
                        factorSeries(Map.of()),
                        SupplyRelations.energyContracts(Supplies.NONE),
                        SupplyRelations.refills(Supplies.NONE),
                        settings(List.of())));
    }

    /**
     * What a month can see; nothing else of the configuration can change it.
     *
     * @param results the months whose results it sees, itself included
     * @param readings those and the months whose readings it sees
     */
    public ConfigRelations within(MonthSpan results, MonthSpan readings, ZoneId zone) {
        return new ConfigRelations(
                relations.stream()
                        .map(it -> it.within(it.isOfReadings() ? readings : results, zone))
                        .toList());
    }

    public List<String> names() {
        return relations.stream().map(ConfigRelation::name).toList();
    }

    public List<GivenTable> tables() {
        return relations.stream()
                .map(it -> new GivenTable(it.name(), it.columns(), it.rows()))
                .toList();
    }

    /** A fingerprint of each table's content; the order of its rows does not matter. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (ConfigRelation relation : relations) {
            List<String> rows = relation.rows().stream().map(Fingerprint::line).sorted().toList();
            hashes.put(relation.name(), Fingerprint.of(rows));
        }
        return hashes;
    }

    static ConfigRelation meters(List<Meter> meters) {
        return new ConfigRelation(
                "meters",
                List.of(
                        "meter_id varchar",
                        "meter_key varchar",
                        "room_id varchar",
                        "site_id varchar",
                        "role varchar",
                        "multiplier decimal(18, 6)",
                        "register_max decimal(18, 3)",
                        "max_power_w decimal(18, 3)",
                        "valid_from date",
                        "valid_to date",
                        "parent_meter_id varchar"),
                meters.stream()
                        .map(
                                meter ->
                                        row(
                                                meter.meterId(),
                                                meter.meterKey(),
                                                present(meter.roomId()),
                                                present(meter.siteId()),
                                                Codes.of(meter.role()),
                                                scaled(meter.multiplier(), 6),
                                                scaled(meter.registerMax(), 3),
                                                scaled(meter.maxPowerW(), 3),
                                                meter.validFrom(),
                                                meter.validTo(),
                                                meter.parentMeterId()))
                        .toList());
    }

    private static ConfigRelation meterEvents(List<MeterEvent> events) {
        return new ConfigRelation(
                "meter_events",
                List.of(
                        "event_id varchar",
                        "kind varchar",
                        "meter_id varchar",
                        "happened_at timestamptz",
                        "end_register decimal(18, 3)",
                        "start_register decimal(18, 3)",
                        "note varchar"),
                events.stream()
                        .map(
                                event ->
                                        row(
                                                event.eventId(),
                                                Codes.of(event.kind()),
                                                event.meterId(),
                                                event.happenedAt(),
                                                scaled(event.endRegister(), 3),
                                                scaled(event.startRegister(), 3),
                                                event.note()))
                        .toList());
    }

    private static ConfigRelation departments(List<Department> departments) {
        return new ConfigRelation(
                "departments",
                List.of("department_id varchar", "name varchar", "site_id varchar"),
                departments.stream()
                        .map(it -> row(it.departmentId(), it.name(), present(it.siteId())))
                        .toList());
    }

    private static ConfigRelation headcount(List<Headcount> headcounts) {
        return new ConfigRelation(
                "headcount",
                List.of(
                        "month varchar",
                        "department_id varchar",
                        "fte decimal(18, 3)",
                        "people bigint"),
                headcounts.stream()
                        .map(
                                it ->
                                        row(
                                                it.month().toString(),
                                                it.departmentId(),
                                                scaled(it.fte(), 3),
                                                it.people()))
                        .toList());
    }

    private static ConfigRelation deviceProfiles(List<DeviceProfile> profiles) {
        return new ConfigRelation(
                "device_profiles",
                List.of(
                        "category_id varchar",
                        "name varchar",
                        "energy_series varchar",
                        "assumed_kwh_per_year decimal(18, 3)",
                        "embodied_series varchar",
                        "refurbishing_series varchar",
                        "mass_series varchar",
                        "planned_life_months bigint",
                        "target_age_months bigint",
                        "is_personal boolean"),
                profiles.stream()
                        .map(
                                it ->
                                        row(
                                                it.categoryId(),
                                                it.name(),
                                                it.energySeries(),
                                                scaled(it.assumedKwhPerYear(), 3),
                                                it.embodiedSeries(),
                                                it.refurbishingSeries(),
                                                it.massSeries(),
                                                it.plannedLifeMonths(),
                                                it.targetAgeMonths(),
                                                it.isPersonal()))
                        .toList());
    }

    private static ConfigRelation factors(List<Factor> factors) {
        return new ConfigRelation(
                "factors",
                List.of(
                        "factor_id varchar",
                        "series varchar",
                        "scope varchar",
                        "basis varchar",
                        "region varchar",
                        "year bigint",
                        "vintage varchar",
                        "valid_from date",
                        "valid_to date",
                        "value decimal(18, 9)",
                        "unit varchar",
                        "source varchar",
                        "grade varchar",
                        "licence varchar",
                        "gas varchar",
                        "gwp_set varchar",
                        "published_on date",
                        "is_redistributable boolean"),
                factors.stream()
                        .map(
                                it ->
                                        row(
                                                it.factorId(),
                                                it.series(),
                                                present(it.scope()),
                                                present(it.basis()),
                                                present(it.region()),
                                                it.year(),
                                                present(it.vintage()),
                                                it.validFrom(),
                                                it.validTo(),
                                                scaled(it.value(), 9),
                                                it.unit(),
                                                it.source(),
                                                it.grade(),
                                                it.licence(),
                                                present(it.gas()),
                                                present(it.gwpSet()),
                                                it.publishedOn(),
                                                it.isRedistributable()))
                        .toList());
    }

    private static ConfigRelation paperSizes(List<PaperSize> sizes) {
        return new ConfigRelation(
                "paper_sizes",
                List.of("name varchar", "a4_equivalents decimal(18, 6)"),
                sizes.stream().map(it -> row(it.name(), scaled(it.a4Equivalents(), 6))).toList());
    }

    private static ConfigRelation printers(List<Printer> printers) {
        return new ConfigRelation(
                "printers",
                List.of(
                        "printer_id varchar",
                        "is_hub boolean",
                        "max_pages_per_hour bigint",
                        "register_max bigint"),
                printers.stream()
                        .map(
                                it ->
                                        row(
                                                it.printerId(),
                                                it.isHub(),
                                                it.maxPagesPerHour(),
                                                it.registerMax()))
                        .toList());
    }

    /** One row for each text by which a label is called. */
    private static ConfigRelation labels(List<Label> labels) {
        return new ConfigRelation(
                "labels",
                List.of(
                        "label_id varchar",
                        "known_as varchar",
                        "is_type1 boolean",
                        "is_fair boolean",
                        "check_months bigint"),
                labels.stream()
                        .flatMap(
                                it ->
                                        it.knownAs().stream()
                                                .map(
                                                        text ->
                                                                row(
                                                                        it.labelId(),
                                                                        text,
                                                                        it.isType1(),
                                                                        it.isFair(),
                                                                        it.checkMonths())))
                        .toList());
    }

    /** The categories for which there is an ecolabel of type 1. */
    private static ConfigRelation labelGoods(List<Label> labels) {
        return new ConfigRelation(
                "label_goods",
                List.of("label_id varchar", "category varchar"),
                labels.stream()
                        .filter(Label::isType1)
                        .flatMap(it -> it.goods().stream().map(goods -> row(it.labelId(), goods)))
                        .toList());
    }

    private static ConfigRelation circularClauses(List<CircularClause> clauses) {
        return new ConfigRelation(
                "circular_clauses",
                List.of("clause varchar", "minimum_years decimal(18, 3)"),
                clauses.stream()
                        .map(it -> row(it.clause(), scaled(it.minimumYears(), 3)))
                        .toList());
    }

    private static ConfigRelation factorSeries(Map<String, String> series) {
        return new ConfigRelation(
                "factor_series",
                List.of("purpose varchar", "series varchar"),
                series.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> row(it.getKey(), it.getValue()))
                        .toList());
    }

    private static ConfigRelation settings(List<Settings> settings) {
        return new ConfigRelation(
                "settings",
                List.of(
                        "power_max_gap_s bigint",
                        "counter_max_gap_s bigint",
                        "inventory_max_age_days bigint",
                        "minimum_coverage double",
                        "minimum_group_size bigint",
                        "gap_estimate_most_share double",
                        "gap_estimate_least_weeks bigint"),
                settings.stream()
                        .map(
                                it ->
                                        row(
                                                it.powerMaxGap().toSeconds(),
                                                it.counterMaxGap().toSeconds(),
                                                it.inventoryMaxAge().toDays(),
                                                it.minimumCoverage(),
                                                it.minimumGroupSize(),
                                                it.gapEstimates().map(GapEstimates::mostShare),
                                                it.gapEstimates().map(GapEstimates::leastWeeks)))
                        .toList());
    }

    static List<Object> row(Object... values) {
        return List.of(values);
    }

    static Optional<String> present(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    static BigDecimal scaled(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_EVEN);
    }

    static Optional<BigDecimal> scaled(Optional<BigDecimal> number, int digits) {
        return number.map(it -> scaled(it, digits));
    }
}
