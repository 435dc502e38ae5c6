package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that {@code config/} and {@code jobs/} of a workspace say, validated.
 *
 * @param root the folder that holds {@code config/} and {@code jobs/}, absolute
 * @param holidays days off beside weekends and public holidays
 * @param paperSizes how much paper each named size is
 * @param procurement what purchases and contracts are judged by
 * @param rooms what is on record of server rooms
 * @param products what models of devices were tested to use
 * @param thresholds bounds that laws, standards and conventions draw
 * @param printers the printers that print logs may name
 * @param sheets what sheets need beside that
 * @param baselines what the energy of rooms is compared with
 * @param computing when the server computes months and publishes their reports
 * @param deliveries who gets the published reports
 * @param names what readers call rooms, sites and other parts
 * @param modelFiles the SQL files of {@code jobs/models}: the packaged ones, with the workspace's
 *     own in their place or beside them, and a model of each indicator
 */
public record Workspace(
        Path root,
        Settings settings,
        List<Meter> meters,
        List<MeterEvent> events,
        List<Department> departments,
        List<Headcount> headcounts,
        List<DeviceProfile> deviceProfiles,
        List<Factor> factors,
        Supplies supplies,
        List<Holiday> holidays,
        List<PaperSize> paperSizes,
        Procurement procurement,
        List<Printer> printers,
        RoomRecords rooms,
        ProductRecords products,
        List<Threshold> thresholds,
        SheetRecords sheets,
        List<Goal> goals,
        List<Measure> measures,
        List<Baseline> baselines,
        List<FindingState> findingStates,
        List<Definition> definitions,
        Schedule computing,
        List<Report> reports,
        Deliveries deliveries,
        List<ScopeName> names,
        List<ModelFile> modelFiles) {

    private static final String READINGS = "meter_readings";

    /**
     * The files of {@code config/}, beside tables of factors and sources, that figures are made
     * from.
     */
    static final Set<String> CONFIGURATION =
            Set.of(
                    SettingsFile.PATH,
                    MeterFiles.METERS,
                    MeterFiles.EVENTS,
                    StaffFiles.DEPARTMENTS,
                    StaffFiles.HEADCOUNT,
                    FactorFiles.PROFILES,
                    SupplyFiles.CONTRACTS,
                    SupplyFiles.REFILLS,
                    CalendarFile.HOLIDAYS,
                    PaperFile.SIZES,
                    ProcurementFiles.LABELS,
                    ProcurementFiles.CLAUSES,
                    RoomFiles.ROOMS,
                    RoomFiles.UPS,
                    ProductFiles.ENERGIES,
                    ProductFiles.WEIGHTS,
                    ThresholdFile.THRESHOLDS,
                    SheetFiles.LINES,
                    SheetFiles.MEASURES,
                    SheetFiles.SETTINGS,
                    PrinterFile.PRINTERS,
                    GoalFiles.GOALS,
                    FindingFile.FINDINGS,
                    IndicatorFile.INDICATORS,
                    BaselineFile.BASELINES,
                    DeliveryFile.DELIVERIES,
                    PagesFile.PAGES,
                    NameFile.NAMES,
                    GoalFiles.MEASURES);

    public Workspace {
        meters = List.copyOf(meters);
        events = List.copyOf(events);
        departments = List.copyOf(departments);
        headcounts = List.copyOf(headcounts);
        deviceProfiles = List.copyOf(deviceProfiles);
        factors = List.copyOf(factors);
        holidays = List.copyOf(holidays);
        paperSizes = List.copyOf(paperSizes);
        printers = List.copyOf(printers);
        thresholds = List.copyOf(thresholds);
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        baselines = List.copyOf(baselines);
        findingStates = List.copyOf(findingStates);
        definitions = List.copyOf(definitions);
        reports = List.copyOf(reports);
        names = List.copyOf(names);
        modelFiles = List.copyOf(modelFiles);
    }

    /** The folders of the store and of the reports, which are no place for documents. */
    public Set<Path> written() {
        return Set.copyOf(List.of(settings.store(), settings.reports()));
    }

    /** As the four-argument form, with the environment variables of this process. */
    public static Workspace load(Path root, Set<String> datasetNames, Problems problems) {
        return load(root, datasetNames, System.getenv(), problems);
    }

    /**
     * Reads {@code config/} and {@code jobs/} of a folder.
     *
     * <p>Everything that is wrong is noted; then what is returned lacks it, and serves only to find
     * further problems, not to work with. The options of definitions are left to their formats, the
     * KPIs of goals and reports to the KPIs.
     *
     * @param datasetNames what a definition can fill
     * @param environment variables that secrets may be in
     */
    public static Workspace load(
            Path root,
            Set<String> datasetNames,
            Map<String, String> environment,
            Problems problems) {
        return load(new WorkspaceFiles(root), datasetNames, environment, problems);
    }

    /** As the four-argument form, from other files than those of a folder and the packaged ones. */
    public static Workspace load(
            WorkspaceFiles files,
            Set<String> datasetNames,
            Map<String, String> environment,
            Problems problems) {
        rejectUnreadFiles(files, problems);
        FactorFiles factors = new FactorFiles(files, problems);
        Settings settings = new SettingsFile(files, environment, problems).read(factors.series());
        MeterFiles metering = new MeterFiles(files, problems);
        PrinterFile printers = new PrinterFile(files, problems);
        List<Meter> meters = metering.meters();
        RoomFiles rooms = new RoomFiles(files, problems);
        Set<String> roomIds =
                Stream.concat(metering.values("room_id").stream(), rooms.values("room_id").stream())
                        .collect(Collectors.toSet());
        StaffFiles staff = new StaffFiles(files, problems);
        ProductFiles products = new ProductFiles(files, problems);
        ScopeIds scopes = new ScopeIds(metering, rooms, staff, factors, products);
        GoalFiles goals = new GoalFiles(files, settings.languages(), scopes, problems);
        JobFiles jobs = new JobFiles(files, settings.zone(), problems);
        List<Definition> definitions = jobs.definitions(datasetNames);
        requireMeters(files, definitions, problems);
        List<ModelFile> allModels = jobs.models();
        FindingFile findings =
                new FindingFile(files, settings.languages(), scopes, allModels, problems);
        List<ModelFile> models = findings.switchedOn(allModels);
        List<Indicator> indicators =
                new IndicatorFile(files, settings.languages(), problems).indicators(models);
        List<Factor> allFactors = factors.factors();
        List<Threshold> thresholds = new ThresholdFile(files, problems).thresholds();
        SheetRecords sheets =
                new SheetFiles(files, problems).records(metering.values("meter_id"), roomIds);
        new PagesFile(files, environment, problems).settings();
        new SourceFiles(files, problems).check(sources(allFactors, thresholds, sheets.lines()));
        return new Workspace(
                files.root(),
                settings,
                meters,
                metering.events(printers.names()),
                staff.departments(),
                staff.headcounts(),
                factors.profiles(),
                allFactors,
                new SupplyFiles(
                                files,
                                metering.values("site_id"),
                                metering.values("room_id"),
                                factors.units(),
                                problems)
                        .supplies(),
                new CalendarFile(files, problems).holidays(),
                new PaperFile(files, problems).sizes(),
                new ProcurementFiles(files, problems).procurement(),
                printers.printers(),
                rooms.records(metering.values("meter_id"), meters),
                products.records(),
                thresholds,
                sheets,
                goals.goals(withIndicators(models, indicators)),
                goals.measures(),
                new BaselineFile(files, roomIds, problems).baselines(),
                findings.states(),
                definitions,
                jobs.computing(),
                jobs.reports(settings.languages(), indicators),
                new DeliveryFile(files, settings, environment, problems).deliveries(),
                new NameFile(files, settings.languages(), scopes, problems).names(),
                withIndicators(models, indicators));
    }

    /** What {@code config/sources*.csv} can say in other languages. */
    private static Set<String> sources(
            List<Factor> factors, List<Threshold> thresholds, List<SheetLine> lines) {
        return Stream.of(
                        factors.stream().map(Factor::source),
                        factors.stream().map(Factor::licence),
                        factors.stream().map(Factor::vintage),
                        thresholds.stream().map(Threshold::source),
                        lines.stream().map(SheetLine::source))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    /** A declared figure is a KPI, whose model nobody has to write. */
    private static List<ModelFile> withIndicators(
            List<ModelFile> models, List<Indicator> indicators) {
        return Stream.concat(models.stream(), indicators.stream().map(Indicator::model)).toList();
    }

    /** A file with a slip in its name would be ignored in silence. */
    private static void rejectUnreadFiles(WorkspaceFiles files, Problems problems) {
        for (WorkspaceFile file : files.ownUnder("config")) {
            if (file.path().matches(".*\\.(csv|ya?ml)")
                    && !CONFIGURATION.contains(file.path())
                    && !isTable(file.path())) {
                problems.add(
                        file.place(),
                        0,
                        "the file would not be read" + Spelling.hint(file.path(), CONFIGURATION));
            }
        }
    }

    /** Whether a file of {@code config/} is one of those that there may be several of. */
    static boolean isTable(String path) {
        return FactorFiles.isFactors(path) || SourceFiles.isSources(path);
    }

    private static void requireMeters(
            WorkspaceFiles files, List<Definition> definitions, Problems problems) {
        if (files.find(MeterFiles.METERS).isPresent()) {
            return;
        }
        definitions.stream()
                .filter(definition -> definition.dataset().equals(READINGS))
                .findFirst()
                .ifPresent(
                        definition ->
                                problems.add(
                                        MeterFiles.METERS,
                                        0,
                                        "the file is missing, expected the meters that "
                                                + definition.file()
                                                + " reads"));
    }

    /** The same with other settings. */
    public Workspace with(Settings others) {
        return new Workspace(
                root,
                others,
                meters,
                events,
                departments,
                headcounts,
                deviceProfiles,
                factors,
                supplies,
                holidays,
                paperSizes,
                procurement,
                printers,
                rooms,
                products,
                thresholds,
                sheets,
                goals,
                measures,
                baselines,
                findingStates,
                definitions,
                computing,
                reports,
                deliveries,
                names,
                modelFiles);
    }

    /** The workspace's files with those that come with Wattpeil, for templates and the like. */
    public WorkspaceFiles files() {
        return new WorkspaceFiles(root);
    }

    /** The one site that a room, or the organisation, is on; empty where it is on several. */
    public Optional<String> siteOf(Scope scope) {
        return Meter.siteOf(scope, meters);
    }

    /** The row of a bound that holds on a day; empty where none does. */
    public Optional<Threshold> threshold(String name, LocalDate day) {
        return Threshold.held(thresholds, name, day);
    }

    /** The days on which the organisation works. */
    public WorkingDays workingDays() {
        return new WorkingDays(
                settings.publicHolidays(),
                holidays.stream()
                        .map(Holiday::closedOn)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The printers that print logs may name. */
    public Set<String> printerIds() {
        return printers.stream().map(Printer::printerId).collect(Collectors.toSet());
    }

    /** The departments that records may name. */
    public Set<String> departmentIds() {
        return departments.stream().map(Department::departmentId).collect(Collectors.toSet());
    }
}
