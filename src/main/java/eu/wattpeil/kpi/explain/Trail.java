package eu.wattpeil.kpi.explain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What stands behind a figure.
 *
 * @param models that worked it out, from those that read datasets up to the KPI
 * @param steps rows of the models nearest to the KPI; of a period those of its last month
 * @param withheld models whose rows would tell of few people
 * @param origins the goals, measures and baselines that the figure is made of, by place
 * @param sources the datasets, with the documents behind the figure
 * @param earlier the months before of which it needs rows that were kept in the store
 * @param configuration the tables of {@code config/} that the models read, by name
 */
public record Trail(
        List<String> models,
        List<Step> steps,
        List<String> withheld,
        List<Origin> origins,
        List<Source> sources,
        List<YearMonth> earlier,
        List<String> configuration) {

    public Trail {
        models = List.copyOf(models);
        steps = List.copyOf(steps);
        withheld = List.copyOf(withheld);
        origins = List.copyOf(origins);
        sources = List.copyOf(sources);
        earlier = List.copyOf(earlier);
        configuration = List.copyOf(configuration);
    }

    /** Documents of an earlier month, of which no more is told. */
    static Trail ofEarlierMonth(List<Source> sources) {
        return new Trail(List.of(), List.of(), List.of(), List.of(), sources, List.of(), List.of());
    }

    /** The same with what goals, measures and baselines were read from. */
    Trail from(List<Origin> all) {
        return new Trail(models, steps, withheld, all, sources, earlier, configuration);
    }

    /** Those of several months as one: the documents of all, the rest of the last. */
    static Trail of(List<Trail> months) {
        TreeSet<YearMonth> earlier = new TreeSet<>();
        months.forEach(it -> earlier.addAll(it.earlier));
        Trail last = months.get(months.size() - 1);
        return new Trail(
                last.models,
                last.steps,
                last.withheld,
                Origin.of(months.stream().flatMap(it -> it.origins.stream()).toList()),
                Source.of(months.stream().map(Trail::sources).toList()),
                new ArrayList<>(earlier),
                last.configuration);
    }
}
