package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.SheetRelations;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which model reads which: their order, and what is wrong with it.
 *
 * <p>Staging reads one dataset; intermediate models read models and configuration; a KPI reads
 * intermediate models and configuration, or what goals and measures came to; what is published
 * beside the KPIs reads their values too. So a format can change without any KPI noticing.
 */
final class ModelGraph {

    private final Map<String, Model> models = new TreeMap<>();
    private final Set<String> datasets;
    private final Set<String> shared;
    private final Set<String> unusable;
    private final Problems problems;
    private final Map<String, Model> ordered = new LinkedHashMap<>();
    private final Set<String> broken = new TreeSet<>();
    private final Map<Reader, Set<String>> readable = new HashMap<>();

    /** Models that may read the same. */
    private record Reader(Model.Layer layer, boolean tellsOfDepartments) {

        static Reader of(Model model) {
            return new Reader(
                    model.layer(),
                    model.layer() == Model.Layer.DETAIL && Detail.tellsOfDepartments(model.file()));
        }
    }

    private ModelGraph(
            Collection<Model> models,
            Set<String> datasets,
            Set<String> shared,
            Set<String> unusable,
            Problems problems) {
        models.forEach(model -> this.models.put(model.name(), model));
        this.datasets = datasets;
        this.shared = shared;
        this.unusable = unusable;
        this.problems = problems;
    }

    /**
     * Orders models; each comes after those that it reads. A model that is wrong, or that reads one
     * that is, is left out, and the problem is told once.
     *
     * @param datasets relations that staging models may read
     * @param shared relations of configuration, period and ledger
     * @param unusable models whose files are wrong, which has been told already
     */
    static List<Model> order(
            Collection<Model> models,
            Set<String> datasets,
            Set<String> shared,
            Set<String> unusable,
            Problems problems) {
        ModelGraph graph = new ModelGraph(models, datasets, shared, unusable, problems);
        graph.models.values().forEach(graph::checkReads);
        graph.models.values().forEach(model -> graph.place(model, new ArrayList<>()));
        return graph.ordered.values().stream()
                .filter(model -> !graph.broken.contains(model.name()))
                .toList();
    }

    private void place(Model model, List<String> path) {
        String name = model.name();
        if (ordered.containsKey(name)) {
            return;
        }
        if (path.contains(name)) {
            noteCycle(path.subList(path.indexOf(name), path.size()));
            return;
        }
        path.add(name);
        for (Mention read : model.reads()) {
            Model other = models.get(read.name());
            if (other != null) {
                place(other, path);
                if (broken.contains(other.name())) {
                    broken.add(name);
                }
            }
        }
        path.remove(path.size() - 1);
        ordered.put(name, model);
    }

    private String file(String model) {
        return Objects.requireNonNull(models.get(model), model).file().file();
    }

    private void noteCycle(List<String> cycle) {
        boolean isKnown = broken.containsAll(cycle);
        broken.addAll(cycle);
        if (isKnown) {
            return;
        }
        String files = cycle.stream().map(this::file).collect(Collectors.joining(", "));
        problems.add(
                file(cycle.get(0)),
                lineOfRead(cycle.get(0), cycle.get(1 % cycle.size())),
                "it reads itself: "
                        + String.join(" <- ", cycle)
                        + " <- "
                        + cycle.get(0)
                        + ", expected no circle among "
                        + files);
    }

    private int lineOfRead(String reader, String read) {
        return Objects.requireNonNull(models.get(reader), reader).reads().stream()
                .filter(mention -> mention.name().equals(read))
                .mapToInt(Mention::line)
                .findFirst()
                .orElse(1);
    }

    private void checkReads(Model model) {
        Set<String> readable = this.readable.computeIfAbsent(Reader.of(model), this::readableBy);
        Set<String> datasetsRead = new LinkedHashSet<>();
        for (Mention read : model.reads()) {
            if (datasets.contains(read.name())) {
                datasetsRead.add(read.name());
            }
            if (unusable.contains(read.name())) {
                broken.add(model.name());
            } else if (!isKnown(read.name())) {
                problem(
                        model,
                        read.line(),
                        "relation \""
                                + read.name()
                                + "\" is unknown"
                                + Spelling.hint(read.name(), readable));
            } else if (!readable.contains(read.name())) {
                problem(
                        model,
                        read.line(),
                        "it reads " + read.name() + ", expected " + rule(model));
            }
        }
        if (model.layer() == Model.Layer.STAGING && datasetsRead.size() != 1) {
            String found = datasetsRead.isEmpty() ? "none" : String.join(", ", datasetsRead);
            int line = model.file().statementLine();
            problem(model, line, "the datasets it reads are " + found + ", expected exactly one");
        }
    }

    private boolean isKnown(String relation) {
        return models.containsKey(relation)
                || datasets.contains(relation)
                || shared.contains(relation);
    }

    private Set<String> readableBy(Reader reader) {
        Set<String> readable = new TreeSet<>();
        switch (reader.layer()) {
            case STAGING -> {
                readable.addAll(datasets);
                readable.addAll(shared);
                readable.removeAll(Results.NAMES);
                readable.remove(Relations.KPI_VALUES);
                readable.removeAll(SheetRelations.NAMES);
            }
            case INTERMEDIATE -> {
                readable.addAll(shared);
                readable.removeAll(Results.NAMES);
                readable.remove(Relations.KPI_VALUES);
                readable.removeAll(SheetRelations.NAMES);
                addModels(readable, Set.of(Model.Layer.STAGING, Model.Layer.INTERMEDIATE));
            }
            case KPI -> {
                readable.addAll(shared);
                readable.remove(Datasets.DOCUMENTS.name());
                readable.remove(Relations.KPI_VALUES);
                readable.removeAll(SheetRelations.NAMES);
                addModels(readable, Set.of(Model.Layer.INTERMEDIATE));
            }
            case FINDING -> {
                readable.addAll(shared);
                readable.remove(Datasets.DOCUMENTS.name());
                readable.removeAll(Results.NAMES);
                readable.removeAll(SheetRelations.NAMES);
                addModels(readable, Set.of(Model.Layer.INTERMEDIATE));
            }
            case IMPACT -> {
                readable.addAll(shared);
                readable.remove(Datasets.DOCUMENTS.name());
                readable.removeAll(SheetRelations.NAMES);
                addModels(readable, Set.of(Model.Layer.INTERMEDIATE));
            }
            case DETAIL -> {
                readable.addAll(shared);
                readable.remove(Datasets.DOCUMENTS.name());
                readable.removeAll(Results.NAMES);
                readable.removeAll(SheetRelations.NAMES);
                if (!reader.tellsOfDepartments()) {
                    addModels(readable, Set.of(Model.Layer.INTERMEDIATE));
                }
            }
            case SHEET -> {
                readable.addAll(shared);
                readable.remove(Datasets.DOCUMENTS.name());
                readable.removeAll(Results.NAMES);
                addModels(
                        readable,
                        Set.of(Model.Layer.INTERMEDIATE, Model.Layer.FINDING, Model.Layer.SHEET));
            }
        }
        return readable;
    }

    private void addModels(Set<String> names, Set<Model.Layer> layers) {
        models.values().stream()
                .filter(model -> layers.contains(model.layer()))
                .map(Model::name)
                .forEach(names::add);
    }

    private static String rule(Model model) {
        return switch (model.layer()) {
            case STAGING -> "one dataset and configuration only";
            case INTERMEDIATE -> "models and configuration only: datasets are read by stg_ models";
            case KPI -> "int_ models, materialised ones and configuration only";
            case FINDING, IMPACT -> "int_ models, kpi_values and configuration only";
            case DETAIL ->
                    Detail.tellsOfDepartments(model.file())
                            ? "kpi_values and configuration only, since it tells of departments"
                            : "int_ models, kpi_values and configuration only";
            case SHEET -> "int_ models, findings, sheets, kpi_values and configuration only";
        };
    }

    private void problem(Model model, int line, String message) {
        broken.add(model.name());
        problems.add(model.file().file(), line, message);
    }
}
