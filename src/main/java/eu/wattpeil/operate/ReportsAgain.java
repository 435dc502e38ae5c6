package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportFolder;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The published files of editions beside what was noted when they were written and, where all that
 * they show is as it was then, beside what is made of it now. Nothing is written.
 */
final class ReportsAgain {

    private final Path root;
    private final Settings settings;
    private final Store store;
    private @Nullable Setup setup;
    private @Nullable MonthFacts facts;
    private boolean isUnusable;

    ReportsAgain(Path root, Settings settings, Store store) {
        this.root = root;
        this.settings = settings;
        this.store = store;
    }

    /** What is said of the files of an edition, one for each report; none where none is noted. */
    List<ReportFiles> of(YearMonth month, int number) {
        PublishedReports notes = PublishedReports.of(store, month, number);
        return notes.names().stream()
                .flatMap(
                        name ->
                                notes.of(name).stream()
                                        .map(noted -> of(month, number, name, noted)))
                .toList();
    }

    private ReportFiles of(YearMonth month, int number, String name, PublishedReports.Noted noted) {
        Path folder = folder().ofReport(name).of(month, number);
        List<String> changed = new ArrayList<>();
        noted.files()
                .forEach(
                        (file, hash) -> {
                            Path there = folder.resolve(file);
                            if (!Files.exists(there)
                                    || !PublishedReports.hash(there).equals(hash)) {
                                changed.add(file);
                            }
                        });
        Map<String, String> again = again(month, number, name, noted.inputs());
        List<String> different =
                again.entrySet().stream()
                        .filter(it -> !it.getValue().equals(noted.files().get(it.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        return new ReportFiles(
                name, folder, noted.files().size(), !again.isEmpty(), changed, different);
    }

    /** The SHA-256 of the files as they are made now; none where they would show something else. */
    private Map<String, String> again(YearMonth month, int number, String name, String inputs) {
        Map<String, String> hashes = new TreeMap<>();
        Optional<Setup> now = setup();
        if (now.isEmpty()) {
            return hashes;
        }
        List<String> history = new ArrayList<>();
        for (Edition edition : new Editions(store).current()) {
            history.add(PublishStage.historyOf(edition));
            if (edition.month().equals(month) && edition.number() == number) {
                for (Report report : now.get().workspace().reports()) {
                    if (report.name().equals(name)
                            && PublishStage.inputs(now.get(), edition, report, history)
                                    .equals(inputs)) {
                        for (Form.Rendered file : rendered(now.get(), month, report)) {
                            hashes.put(file.file(), Fingerprint.of(file.bytes()));
                        }
                    }
                }
            }
        }
        return hashes;
    }

    private List<Form.Rendered> rendered(Setup now, YearMonth month, Report report) {
        if (facts == null) {
            facts = new MonthFacts(now, store);
        }
        return new Publisher(folder(), now::template)
                .rendered(MonthlyReport.of(facts.facts(month), report));
    }

    private ReportFolder folder() {
        return new ReportFolder(settings.reports(), settings.permissions().reports());
    }

    /** The workspace as it is now; empty where it cannot be used. */
    private Optional<Setup> setup() {
        if (setup == null && !isUnusable) {
            try {
                setup = Setup.load(root);
            } catch (InvalidWorkspaceException unusable) {
                isUnusable = true;
            }
        }
        return Optional.ofNullable(setup);
    }
}
