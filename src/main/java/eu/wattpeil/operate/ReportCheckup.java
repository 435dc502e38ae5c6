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
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Looks at published files beside what was noted when they were written. Nothing is written. */
final class ReportCheckup {

    private final Store store;
    private final Editions editions;
    private final PublishedReports notes;
    private final ReportFolder folder;
    private final Set<String> defined;
    private final DoubleConsumer progress;
    private final List<Defect> defects = new ArrayList<>();
    private long count;

    ReportCheckup(Workspace workspace, Store store, DoubleConsumer progress) {
        this.store = store;
        this.progress = progress;
        editions = new Editions(store);
        notes = new PublishedReports(store);
        folder =
                new ReportFolder(
                        workspace.settings().reports(),
                        workspace.settings().permissions().reports());
        defined = workspace.reports().stream().map(Report::name).collect(Collectors.toSet());
    }

    /**
     * A report of an edition, as a defect names it.
     *
     * @param report its name
     */
    record Subject(YearMonth month, int number, String report) {

        static Subject of(Defect defect) {
            String[] parts = defect.subject().split(" ", 3);
            return new Subject(YearMonth.parse(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }

        String text() {
            return month + " " + number + " " + report;
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
                lookAt(edition, number);
            }
            progress.accept((double) ++done / shown.size());
        }
        return List.copyOf(defects);
    }

    private void lookAt(Edition shown, int number) {
        YearMonth month = shown.month();
        boolean isShown = shown.number() == number;
        if (notes.isDamaged(month, number)) {
            defects.add(
                    new Defect(
                            isShown ? Defect.Kind.HEALING : Defect.Kind.LOST,
                            store.layout().path(PublishedReports.file(month, number)),
                            "the file is damaged",
                            "what was published of edition " + number + " of " + month,
                            isShown
                                    ? "the next run publishes it again"
                                    : "restore it from a backup, or remove it: then it is unknown"
                                            + " what was published"));
        }
        for (String report : notes.names(month, number)) {
            notes.of(month, number, report)
                    .ifPresent(
                            noted ->
                                    lookAt(
                                            new Subject(month, number, report),
                                            noted,
                                            isShown && defined.contains(report)));
        }
    }

    private void lookAt(Subject subject, PublishedReports.Noted noted, boolean isMadeAgain) {
        count++;
        Path place = folder.ofReport(subject.report()).of(subject.month(), subject.number());
        noted.files()
                .forEach(
                        (file, hash) -> {
                            Path published = place.resolve(file);
                            Optional<String> found = damage(published, hash);
                            found.ifPresent(it -> add(subject, published, it, isMadeAgain));
                        });
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

    private void add(Subject subject, Path file, String found, boolean isMadeAgain) {
        defects.add(
                new Defect(
                        isMadeAgain ? Defect.Kind.REPORT : Defect.Kind.LOST,
                        file,
                        found,
                        "edition "
                                + subject.number()
                                + " of "
                                + subject.month()
                                + " in "
                                + subject.report(),
                        "restore it from a backup: an edition that is not shown is not published"
                                + " again",
                        subject.text()));
    }
}
