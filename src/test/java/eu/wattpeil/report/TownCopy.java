package eu.wattpeil.report;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Report;
import java.util.List;
import java.util.Locale;

/** A copy of a town's facts in which some of them are others. */
public final class TownCopy {

    private final MonthlyFacts facts;
    private final Organisation town;
    private String name;
    private List<Locale> languages;
    private List<Department> departments;
    private List<Goal> goals;
    private List<Measure> measures;
    private CsvDialect csv;
    private List<Report> definitions;
    private List<KpiValue> values;
    private Insights insights;

    private TownCopy(MonthlyFacts facts) {
        this.facts = facts;
        town = facts.organisation();
        name = town.name();
        languages = town.languages();
        departments = town.departments();
        goals = town.goals();
        measures = town.measures();
        csv = town.csv();
        definitions = facts.definitions();
        values = facts.values();
        insights = facts.insights();
    }

    public static TownCopy of(MonthlyFacts facts) {
        return new TownCopy(facts);
    }

    public TownCopy name(String other) {
        name = other;
        return this;
    }

    public TownCopy languages(List<Locale> others) {
        languages = others;
        return this;
    }

    public TownCopy departments(List<Department> others) {
        departments = others;
        return this;
    }

    public TownCopy goals(List<Goal> others) {
        goals = others;
        return this;
    }

    public TownCopy measures(List<Measure> others) {
        measures = others;
        return this;
    }

    public TownCopy csv(CsvDialect other) {
        csv = other;
        return this;
    }

    public TownCopy definitions(List<Report> others) {
        definitions = others;
        return this;
    }

    public TownCopy values(List<KpiValue> others) {
        values = others;
        return this;
    }

    public TownCopy insights(Insights others) {
        insights = others;
        return this;
    }

    public MonthlyFacts facts() {
        return new MonthlyFacts(
                new Organisation(
                        name,
                        town.zone(),
                        languages,
                        town.minimumGroupSize(),
                        town.minimumCoverage(),
                        town.workingDays(),
                        departments,
                        town.deviceProfiles(),
                        town.factors(),
                        goals,
                        measures,
                        csv,
                        town.names()),
                facts.texts(),
                definitions,
                facts.month(),
                facts.edition(),
                facts.softwareVersion(),
                facts.inputsFingerprint(),
                facts.catalogue(),
                values,
                facts.previousEdition(),
                facts.sources(),
                facts.rejects(),
                facts.breaks(),
                facts.later(),
                facts.meters(),
                facts.categories(),
                facts.unread(),
                insights,
                facts.provenance());
    }
}
