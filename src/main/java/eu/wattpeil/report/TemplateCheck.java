package eu.wattpeil.report;

import eu.wattpeil.report.form.BoardForm;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.form.PdfForm;
import eu.wattpeil.report.form.PrintTemplate;
import eu.wattpeil.report.form.SinglePage;
import eu.wattpeil.report.form.TemplateException;
import eu.wattpeil.report.page.FichePage;
import eu.wattpeil.report.page.PublicPage;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.WorkspaceFile;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sets the templates of a workspace with made-up pages, one on which everything stands and one on
 * which nothing does: a template that cannot be set is told with its line before anything runs. The
 * templates that come with Wattpeil are not tried, nor copies of them.
 */
public final class TemplateCheck {

    private static final WorkspaceFiles PACKAGED = WorkspaceFiles.packaged();

    private final WorkspaceFiles files;
    private final List<Words> languages;
    private final Problems problems;

    private TemplateCheck(WorkspaceFiles files, List<Words> languages, Problems problems) {
        this.files = files;
        this.languages = languages;
        this.problems = problems;
    }

    /**
     * Notes what is wrong with the templates.
     *
     * @param languages of the reports; those without texts are left out
     */
    static void check(
            WorkspaceFiles files, Texts texts, List<Locale> languages, Problems problems) {
        List<Words> words =
                languages.stream()
                        .filter(it -> texts.languages().contains(it.getLanguage()))
                        .map(it -> Words.of(texts, it))
                        .toList();
        new TemplateCheck(files, words, problems).check();
    }

    private void check() {
        if (HtmlForm.TEMPLATES.stream().anyMatch(it -> own(it).isPresent())) {
            tryOut(
                    words -> {
                        HtmlForm form = new HtmlForm(this::text);
                        form.set(MadeUpPages.full(words), MadeUpPages.links(), "address", words);
                        form.set(MadeUpPages.bare(words), List.of(), "address", words);
                    });
        }
        if (PrintTemplate.TEMPLATES.stream().anyMatch(it -> own(it).isPresent())) {
            tryOut(
                    words -> {
                        PdfForm report = new PdfForm(this::text);
                        report.set(MadeUpPages.full(words), words);
                        report.set(MadeUpPages.bare(words), words);
                        BoardForm board = new BoardForm(this::text);
                        board.set(MadeUpPages.full(words), words, 1);
                        board.set(MadeUpPages.bare(words), words, 1);
                    });
        }
        if (SinglePage.templatesOfPublic().stream().anyMatch(it -> own(it).isPresent())) {
            tryOut(
                    words -> {
                        SinglePage<PublicPage> form = SinglePage.forPublic(this::text);
                        form.set(MadeUpPages.publicFull(words), words);
                        form.set(MadeUpPages.publicBare(words), words);
                    });
        }
        if (SinglePage.templatesOfFiches().stream().anyMatch(it -> own(it).isPresent())) {
            tryOut(
                    words -> {
                        SinglePage<FichePage> form = SinglePage.ofFiches(this::text);
                        form.set(MadeUpPages.fichesFull(words), words);
                        form.set(MadeUpPages.fichesBare(words), words);
                    });
        }
        if (own(MonthList.FILE).isPresent() || own(HtmlForm.DESIGN).isPresent()) {
            tryOut(
                    words ->
                            MonthList.set(
                                    new HtmlTemplate(this::text),
                                    text(HtmlForm.DESIGN),
                                    MadeUpPages.index(words),
                                    words));
        }
        checkExplorer();
    }

    private void checkExplorer() {
        if (ExplorerHtml.TEMPLATES.stream().anyMatch(it -> own(it).isPresent())) {
            tryOut(
                    words -> {
                        ExplorerHtml page = new ExplorerHtml(this::text);
                        page.set(MadeUpPages.explorer(words, page.policy()), words);
                    });
        }
    }

    /** A template of the workspace, or the one that comes with Wattpeil. */
    private String text(String template) {
        return files.find(HtmlTemplate.FOLDER + template)
                .flatMap(file -> file.text(problems))
                .orElse("");
    }

    private Optional<WorkspaceFile> own(String template) {
        return files.find(HtmlTemplate.FOLDER + template)
                .filter(file -> file.place().equals(file.path()))
                .filter(file -> !isCopy(file))
                .filter(file -> file.text(problems).isPresent());
    }

    private static boolean isCopy(WorkspaceFile own) {
        return PACKAGED.find(own.path())
                .filter(packaged -> Arrays.equals(packaged.bytes(), own.bytes()))
                .isPresent();
    }

    private void tryOut(Consumer<Words> page) {
        try {
            languages.forEach(page);
        } catch (TemplateException fault) {
            String place =
                    files.find(HtmlTemplate.FOLDER + fault.template())
                            .map(WorkspaceFile::place)
                            .orElse(HtmlTemplate.FOLDER + fault.template());
            problems.add(place, fault.line(), fault.reason());
        }
    }
}
