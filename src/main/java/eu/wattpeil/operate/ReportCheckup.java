package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Workspace;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Looks at published files beside what was noted when they were written. Nothing is written. */
final class ReportCheckup {

    private final Store store;
    private final Editions editions;
    private final ReportFolder folder;
    private final Set<String> defined;
    private final DoubleConsumer progress;
    private final List<Defect> defects = new ArrayList<>();
    private long count;

    ReportCheckup(Workspace workspace, Store store, DoubleConsumer progress) {
        this.store = store;
        this.progress = progress;
        editions = new Editions(store);
        folder =
                new ReportFolder(
                        workspace.settings().reports(),
                        workspace.settings().permissions().reports());
        defined = workspace.reports().stream().map(Report::name).collect(Collectors.toSet());
    }

    /**
     * What was published of a report, as a defect names it.
     *
     * @param notes file in which that is noted, below the root of the store
     * @param report its name
     */
    record Subject(String notes, String report) {

        static Subject of(Defect defect) {
            String[] parts = defect.subject().split(" ", 2);
            return new Subject(parts[0], parts[1]);
        }

        String text() {
            return notes + " " + report;
        }
    }

    /** The reports that were looked at. */
    long reports() {
        return count;
    }

    List<Defect> look() {
        List<Edition> shown = editions.current();
        int done = 0;
        for (Edition edition : shown) {
            for (int number : editions.numbers(edition.month())) {
                lookAt(edition.month(), number, edition.number() == number);
            }
            progress.accept((double) ++done / shown.size());
        }
        lookAt(
                PublishedReports.besideMonths(store),
                "what was published beside the months",
                report -> "what stands beside the months of " + report,
                report -> folder.ofReport(report).root(),
                true);
        return List.copyOf(defects);
    }

    private void lookAt(YearMonth month, int number, boolean isShown) {
        String edition = "edition " + number + " of " + month;
        PublishedReports notes = PublishedReports.of(store, month, number);
        count += notes.names().size();
        lookAt(
                notes,
                "what was published of " + edition,
                report -> edition + " in " + report,
                report -> folder.ofReport(report).of(month, number),
                isShown);
    }

    /**
     * Looks at what is noted in one file.
     *
     * @param what it tells of
     * @param of what it tells of a report
     * @param place of the published files of a report
     * @param isShown whether runs publish it, where it is not there
     */
    private void lookAt(
            PublishedReports notes,
            String what,
            UnaryOperator<String> of,
            Function<String, Path> place,
            boolean isShown) {
        if (notes.isDamaged()) {
            defects.add(
                    new Defect(
                            isShown ? Defect.Kind.HEALING : Defect.Kind.LOST,
                            store.layout().path(notes.file()),
                            "the file is damaged",
                            what,
                            isShown
                                    ? "the next run publishes it again"
                                    : "restore it from a backup, or remove it: then it is unknown"
                                            + " what was published"));
        }
        for (String report : notes.names()) {
            Defect.Kind kind =
                    isShown && defined.contains(report) ? Defect.Kind.REPORT : Defect.Kind.LOST;
            Map<String, String> files =
                    notes.of(report).<Map<String, String>>map(it -> it.files()).orElse(Map.of());
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path published = place.apply(report).resolve(file.getKey());
                damage(published, file.getValue())
                        .map(
                                found ->
                                        new Defect(
                                                kind,
                                                published,
                                                found,
                                                of.apply(report),
                                                "restore it from a backup: what is not shown any more is"
                                                        + " not published again",
                                                new Subject(notes.file(), report).text()))
                        .ifPresent(defects::add);
            }
        }
    }

    private static Optional<String> damage(Path file, String hash) {
        if (!Files.exists(file)) {
            return Optional.of("the file is missing");
        }
        try {
            return PublishedReports.hash(file).equals(hash)
                    ? Optional.empty()
                    : Optional.of("the file was changed after it was published");
        } catch (UncheckedIOException unreadable) {
            return Optional.of("the file cannot be read");
        }
    }
}
