package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of a workspace, checked and in order: each comes after those that it reads.
 *
 * <p>Checking is complete: DuckDB's parser reads every file, and its binder sees every model on
 * empty relations, so that a wrong column or type is found before anything runs.
 */
public final class Catalogue {

    private static final String PRELUDE = "prelude-";

    private final List<Model> models;
    private final Map<String, Dataset> materialised;
    private final Map<String, List<ModelColumn>> columns;
    private final List<ModelFile> preludes;
    private @Nullable Map<String, String> hashesOfMonths;

    Catalogue(
            List<Model> models,
            Map<String, Dataset> materialised,
            Map<String, List<ModelColumn>> columns,
            List<ModelFile> preludes) {
        this.models = List.copyOf(models);
        this.materialised = Map.copyOf(materialised);
        this.columns = Map.copyOf(columns);
        this.preludes = List.copyOf(preludes);
    }

    /**
     * Reads and checks models. The catalogue is complete only when no problem was found.
     *
     * @param files staging, intermediate and kpi files, and the preludes without a layer
     * @param texts of the KPIs, where their headers have none
     * @param frames that their headers name
     * @param memory of earlier checks
     */
    public static Catalogue load(
            List<ModelFile> files,
            Texts texts,
            Frames frames,
            ModelMemory memory,
            Problems problems) {
        try (CheckDatabase database = new CheckDatabase()) {
            ModelReader reader = new ModelReader(database, memory, texts, frames, problems);
            List<Model> models = new ArrayList<>();
            Set<String> unusable = new HashSet<>();
            files.stream()
                    .filter(file -> !file.layer().isEmpty())
                    .forEach(
                            file ->
                                    reader.read(file)
                                            .ifPresentOrElse(
                                                    models::add, () -> unusable.add(file.name())));
            List<ModelFile> preludes =
                    files.stream().filter(file -> file.layer().isEmpty()).toList();
            ModelCheck check =
                    new ModelCheck(
                            database, prelude(preludes, DuckDbEngine.NAME), memory, problems);
            Set<String> shared = new LinkedHashSet<>(check.shared());
            MakeupCheck.check(models, problems);
            List<Model> ordered =
                    ModelGraph.order(models, datasets().keySet(), shared, unusable, problems);
            Map<String, Dataset> materialised = check.bind(ordered);
            return new Catalogue(ordered, materialised, check.columns(), preludes);
        }
    }

    /** The KPIs of model files by their headers alone, in order of id; their SQL is not read. */
    public static List<Kpi> headers(
            List<ModelFile> files, Texts texts, Frames frames, Problems problems) {
        return files.stream()
                .filter(file -> file.layer().equals(Codes.of(Model.Layer.KPI)))
                .map(file -> KpiHeader.read(file, texts, frames, problems))
                .sorted(Comparator.comparing(Kpi::kpiId))
                .toList();
    }

    /** The rules of model files by their headers alone, in order of id. */
    public static List<Rule> rules(List<ModelFile> files, Problems problems) {
        return files.stream()
                .filter(file -> file.layer().equals(Codes.of(Model.Layer.FINDING)))
                .map(file -> ModelReader.rule(file, problems))
                .sorted(Comparator.comparing(Rule::ruleId))
                .toList();
    }

    /** The details of model files by their headers alone, in order of id. */
    public static List<Detail> details(List<ModelFile> files) {
        return files.stream()
                .filter(file -> file.layer().equals(Codes.of(Model.Layer.DETAIL)))
                .flatMap(file -> Detail.of(file).stream())
                .sorted(Comparator.comparing(Detail::detailId))
                .toList();
    }

    /** The KPIs, by id. */
    public List<Kpi> kpis() {
        return models.stream()
                .flatMap(model -> model.kpi().stream())
                .sorted(Comparator.comparing(Kpi::kpiId))
                .toList();
    }

    /** The KPI of that id. */
    public Optional<Kpi> kpi(String kpiId) {
        return models.stream()
                .flatMap(model -> model.kpi().stream())
                .filter(kpi -> kpi.kpiId().equals(kpiId))
                .findFirst();
    }

    /** The KPIs that are made of what goals and measures came to, by id. */
    public Set<String> steering() {
        return models.stream()
                .filter(Model::isSteering)
                .map(Model::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A fingerprint of each model that months are made of, by name. */
    public synchronized Map<String, String> hashesOfMonths() {
        if (hashesOfMonths == null) {
            hashesOfMonths =
                    models.stream()
                            .filter(model -> model.layer() != Model.Layer.SHEET)
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            Model::name,
                                            model -> Fingerprint.of(model.file().sql())));
        }
        return hashesOfMonths;
    }

    /** The names of all models in the order in which they are computed. */
    public List<String> modelNames() {
        return models.stream().map(Model::name).toList();
    }

    public List<Model> models() {
        return models;
    }

    /** The prelude of an engine; that of DuckDB is checked with the models. */
    public Optional<ModelFile> prelude(String engine) {
        return prelude(preludes, engine);
    }

    private static Optional<ModelFile> prelude(List<ModelFile> preludes, String engine) {
        return preludes.stream().filter(file -> file.name().equals(PRELUDE + engine)).findFirst();
    }

    /** The models whose rows are kept in the store, in order, each with its table. */
    public List<Model> materialised() {
        return models.stream().filter(Model::isMaterialised).toList();
    }

    /** The models that can be computed for some meters at a time, in order. */
    public List<Model> perMeter() {
        return models.stream().filter(Model::isPerMeter).toList();
    }

    /** The sheets, by id. */
    public List<Sheet> sheets() {
        return models.stream()
                .filter(model -> model.layer() == Model.Layer.SHEET)
                .map(Sheet::of)
                .sorted(Comparator.comparing(Sheet::sheetId))
                .toList();
    }

    /** The table of a materialised model or a sheet, without {@code month}. */
    public Dataset table(Model model) {
        return Objects.requireNonNull(materialised.get(model.name()), model.name());
    }

    /** The columns of a model, in its order. */
    public List<ModelColumn> columns(Model model) {
        return Objects.requireNonNull(columns.get(model.name()), model.name());
    }

    /** All that a model is made from, down to the staging models, itself last; in order. */
    public List<Model> lineage(String name) {
        Set<String> names = new HashSet<>(Set.of(name));
        for (int i = models.size() - 1; i >= 0; i--) {
            if (names.contains(models.get(i).name())) {
                models.get(i).reads().forEach(read -> names.add(read.name()));
            }
        }
        return models.stream().filter(model -> names.contains(model.name())).toList();
    }

    /** The given models and all that must be computed for them; materialised ones are there. */
    public List<Model> closure(List<Model> targets) {
        return closure(targets, Set.of());
    }

    /**
     * The same.
     *
     * @param known the names of further models that are there
     */
    public List<Model> closure(List<Model> targets, Set<String> known) {
        Set<String> names = new HashSet<>();
        for (int i = models.size() - 1; i >= 0; i--) {
            Model model = models.get(i);
            if (targets.contains(model)) {
                names.add(model.name());
            }
            boolean isThere = model.isMaterialised() || known.contains(model.name());
            boolean isComputed = targets.contains(model) || !isThere;
            if (names.contains(model.name()) && isComputed) {
                model.reads().forEach(read -> names.add(read.name()));
            }
        }
        return models.stream().filter(model -> names.contains(model.name())).toList();
    }

    /** The collected datasets that a KPI is made from, by name; none for one that is unknown. */
    public Set<String> datasetsOf(String kpiId) {
        Set<String> names = new TreeSet<>(Set.of(kpiId));
        for (int i = models.size() - 1; i >= 0; i--) {
            if (names.contains(models.get(i).name())) {
                models.get(i).reads().forEach(read -> names.add(read.name()));
            }
        }
        names.retainAll(Datasets.collected().stream().map(Dataset::name).toList());
        return names;
    }

    /** The datasets that models may read, by name: the collected ones and the rejects. */
    public static Map<String, Dataset> datasets() {
        return Stream.concat(Datasets.collected().stream(), Stream.of(Datasets.REJECTS))
                .collect(Collectors.toMap(Dataset::name, dataset -> dataset));
    }

    /** By dataset, the months around a computed one whose records some models see. */
    public static Map<String, MonthWindow> windows(Collection<Model> models) {
        Map<String, Dataset> datasets = datasets();
        Map<String, MonthWindow> windows = new HashMap<>();
        for (Model model : models) {
            model.reads().stream()
                    .filter(read -> datasets.containsKey(read.name()))
                    .forEach(read -> windows.merge(read.name(), model.window(), MonthWindow::and));
        }
        return windows;
    }
}
