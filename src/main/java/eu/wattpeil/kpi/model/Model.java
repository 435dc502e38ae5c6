package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model: one select that gives one relation.
 *
 * @param window the months of its dataset that it sees; for staging only
 * @param isMaterialised whether its rows of each month are kept in the store
 * @param kpi its header, for a KPI
 * @param rule its header, for a rule of findings
 * @param reads the relations that it reads
 */
public record Model(
        ModelFile file,
        Layer layer,
        MonthWindow window,
        boolean isMaterialised,
        Optional<Kpi> kpi,
        Optional<Rule> rule,
        List<Mention> reads) {

    static final String PER = "per";
    static final String METER = "meter";

    private static final String GRAIN = "grain";

    /** Where a model stands, and so what it may read. */
    public enum Layer {
        /** Reads one dataset: names, types, no duplicates. */
        STAGING,
        /** Reasons. */
        INTERMEDIATE,
        /** Gives the rows of a KPI. */
        KPI,
        /** Tries a rule on what the month tells. */
        FINDING,
        /** Tells what a year of what measures changed comes to. */
        IMPACT,
        /** Takes a part of what a report shows apart. */
        DETAIL,
        /** Gives the rows of a sheet, which are computed when somebody asks for it. */
        SHEET
    }

    public Model {
        reads = List.copyOf(reads);
    }

    public String name() {
        return file.name();
    }

    /** Whether it is a KPI of what goals and measures came to, which the other KPIs tell. */
    public boolean isSteering() {
        return kpi.isPresent()
                && reads.stream().anyMatch(read -> Results.NAMES.contains(read.name()));
    }

    /**
     * Whether each of its rows is made of one meter's rows alone, all the way down: then it can be
     * computed for some meters at a time, and its rows are those of all parts.
     */
    public boolean isPerMeter() {
        return layer == Layer.INTERMEDIATE && header(PER).equals(METER);
    }

    /** What a row of it is, as its header says; empty where it does not. */
    public String grain() {
        return header(GRAIN);
    }

    private String header(String key) {
        return ModelHeader.of(file, Set.of(key), new Problems()).text(key);
    }

    /** The select of its rows: of a rule and of impacts, what becomes of those of its own. */
    public String select() {
        return layer == Layer.IMPACT
                ? ImpactSelect.of(ImpactHeader.of(file), ownSelect())
                : rule.map(it -> RuleSelect.of(it, ownSelect())).orElseGet(this::ownSelect);
    }

    /** The select of its file, without the semicolon that may end it. */
    String ownSelect() {
        return Sql.withoutSemicolon(file.sql());
    }
}
