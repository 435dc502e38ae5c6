package eu.wattpeil.report;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.Manuscript;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Writes reports. An edition has a folder of its own, {@code <month>/edition-<n>}, that no later
 * edition touches. Every file appears whole or not at all, and the same edition has the same bytes.
 */
public final class Publisher {

    /** The name of the file that tells what an edition was made from. */
    private static final String MANIFEST = "manifest.json";

    private static final String EDITION = "-edition-";

    private final ReportFolder folder;
    private final Forms forms;

    /**
     * @param folder that all reports stand in; made where it does not exist
     * @param templates from a template's file name, such as {@code report.html}, to its text
     */
    public Publisher(ReportFolder folder, UnaryOperator<String> templates) {
        this(folder, new Forms(templates));
    }

    Publisher(ReportFolder folder, Forms forms) {
        this.folder = folder;
        this.forms = forms;
    }

    /**
     * Writes the files of a report in the forms of its definition, and beside them what its edition
     * was made from.
     *
     * @return the files, the main language's page first
     */
    public List<Path> publish(MonthlyReport report) throws IOException {
        Path target = folderOf(report.definition().name(), report.month(), report.edition());
        List<Path> written = new ArrayList<>();
        for (Form.Rendered file : rendered(report)) {
            written.add(folder.write(target.resolve(file.file()), file.bytes()));
        }
        return written;
    }

    /** The files that {@link #publish} writes, in its order; nothing is written. */
    public List<Form.Rendered> rendered(MonthlyReport report) {
        List<Locale> languages = report.facts().organisation().languages();
        List<Work> works =
                forms.of(report.definition()).stream()
                        .flatMap(
                                form ->
                                        form.files(languages).stream()
                                                .map(it -> new Work(form, it)))
                        .toList();
        Manuscript manuscript = new Manuscript(report, works.stream().map(Work::file).toList());
        List<Form.Rendered> rendered = new ArrayList<>();
        try (Crew crew = new Crew()) {
            Map<Work, Supplier<Form.Rendered>> begun = new HashMap<>();
            works.stream()
                    .sorted(Comparator.comparing(work -> !work.form().isSlow()))
                    .forEach(work -> begun.put(work, crew.begin(() -> work.of(manuscript))));
            works.forEach(work -> rendered.add(Objects.requireNonNull(begun.get(work)).get()));
        }
        report.facts()
                .provenance()
                .manifest()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .ifPresent(bytes -> rendered.add(new Form.Rendered(MANIFEST, bytes)));
        return rendered;
    }

    /** A file that is to be made. */
    private record Work(Form form, Form.File file) {

        Form.Rendered of(Manuscript manuscript) {
            return new Form.Rendered(file.name(), form.render(manuscript, file));
        }
    }

    /** Whether all files of a report are there. */
    public boolean isPublished(
            YearMonth month, int edition, Report definition, List<Locale> languages) {
        Path target = folderOf(definition.name(), month, edition);
        return forms.of(definition).stream()
                .flatMap(form -> form.files(languages).stream())
                .allMatch(file -> Files.exists(target.resolve(file.name())));
    }

    /**
     * The files that an edition has of a report for readers of some languages, and those that are
     * for all.
     *
     * @param report the name of its definition
     * @param names of forms, in the order of which the files come
     */
    public List<PublishedFile> files(
            String report,
            YearMonth month,
            int edition,
            List<String> names,
            List<Locale> languages) {
        Path target = folderOf(report, month, edition);
        return names.stream()
                .flatMap(name -> forms.all().stream().filter(form -> form.name().equals(name)))
                .flatMap(
                        form ->
                                form.files(languages).stream()
                                        .map(
                                                file ->
                                                        new PublishedFile(
                                                                report,
                                                                form.name(),
                                                                month,
                                                                edition,
                                                                target.resolve(file.name()))))
                .toList();
    }

    /**
     * A file of a report.
     *
     * @param report the name of its definition
     * @param form the name of the form that it is in
     */
    public record PublishedFile(
            String report, String form, YearMonth month, int edition, Path path) {

        /** The file's name. */
        public String name() {
            return path.getFileName().toString();
        }

        /**
         * A name that no file of another month, edition or report has: for where there is no
         * folder.
         */
        public String nameAlone() {
            return month
                    + (report.equals(Report.MAIN) ? "" : "-" + report)
                    + (edition == 1 ? "-" : EDITION + edition + "-")
                    + name();
        }
    }

    /**
     * The folder that an edition has of a report.
     *
     * @param report the name of its definition
     */
    public Path folderOf(String report, YearMonth month, int edition) {
        return folder.ofReport(report).of(month, edition);
    }
}
