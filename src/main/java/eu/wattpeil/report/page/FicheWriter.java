package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.chart.TimeChart;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import java.util.List;
import java.util.Optional;

/** Writes what others can learn from the measures that are finished. */
final class FicheWriter {

    private final MonthlyReport report;
    private final Words words;
    private final MeasureWords measures;
    private final TagWords tags;
    private final Charts charts;

    FicheWriter(MonthlyReport report, Words words, MeasureWords measures, Charts charts) {
        this.report = report;
        this.words = words;
        this.measures = measures;
        this.charts = charts;
        tags = new TagWords(words);
    }

    /** A fiche of each measure that is finished, the newest first. */
    List<FichePage.Fiche> fiches() {
        return report.measures().stream().filter(this::isFinished).map(this::fiche).toList();
    }

    /** An experiment when it is over; what was meant to stay, when it can be told what it did. */
    private boolean isFinished(Measure measure) {
        boolean isTold = report.effect(measure).flatMap(Effect::change).isPresent();
        return measure.isOverOn(report.month().atEndOfMonth()) || !measure.isExperiment() && isTold;
    }

    private FichePage.Fiche fiche(Measure measure) {
        Kpi kpi = report.kpi(measure.kpiId());
        return new FichePage.Fiche(
                "fiche-" + measure.measureId(),
                words.pick(measure.title()),
                tags.text(measure.tags()),
                words.pick(measure.story().done()),
                measures.result(measure),
                measures.factsForOthers(measure),
                chart(measure),
                words.pick(measure.story().lesson()),
                words.pick(measure.story().repeat()),
                words.say(
                        "fiche.method",
                        "title",
                        words.pick(kpi.title()),
                        "formula",
                        words.pick(kpi.formula()),
                        "source",
                        words.pick(kpi.source())));
    }

    /** Where the figure of the report is the measure's own. */
    private Optional<TimeChart> chart(Measure measure) {
        return report.figures().stream()
                .filter(figure -> figure.kpi().kpiId().equals(measure.kpiId()))
                .filter(figure -> figure.isOf(measure.scope()))
                .flatMap(figure -> charts.chart(figure).time().stream())
                .findFirst()
                .map(chart -> chart.named("fiche-" + measure.measureId()));
    }
}
