package eu.wattpeil.web;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Status;
import eu.wattpeil.operate.StatusFacts;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.serve.ServerStatus;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Link;
import eu.wattpeil.workspace.Workspace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages. */
@RestController
final class PagesController {

    static final String FAULT = "/fault";
    static final String DOCUMENTS = "/documents";
    static final String EXPLAIN = "/explain";

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String OVERVIEW = "/";
    private static final String STATUS = "/status";
    private static final String DICTIONARY = "/dictionary";
    private static final List<String> PAGES = List.of(OVERVIEW, STATUS, DOCUMENTS, DICTIONARY);

    private final ShownWorkspace shown;
    private final ServerJournal journal;
    private final Clock clock;
    private final ExplanationDesk desk;
    private final PublishedValues.Memory memory = new PublishedValues.Memory();
    private final HtmlTemplate template = new HtmlTemplate(Resources::text);

    PagesController(
            ShownWorkspace shown, ServerJournal journal, Clock clock, ExplanationDesk desk) {
        this.shown = shown;
        this.journal = journal;
        this.clock = clock;
        this.desk = desk;
    }

    /** Makes the blocks of a page. */
    @FunctionalInterface
    private interface Blocks {
        List<Block> of(Workspace workspace, Reader reader) throws IOException;
    }

    @GetMapping(path = OVERVIEW, produces = HTML)
    String overview(HttpServletRequest request) throws IOException {
        return page(
                request,
                OVERVIEW,
                (workspace, reader) ->
                        List.of(
                                new ReportBlocks(reader, workspace.settings()).reports(),
                                Block.of(
                                        "server",
                                        reader.say("title.server"),
                                        List.of(new StatusBlocks(reader).now(journal.now())))));
    }

    @GetMapping(path = STATUS, produces = HTML)
    String status(HttpServletRequest request) throws IOException {
        return page(
                request,
                STATUS,
                (workspace, reader) -> {
                    Setup setup = shown.setup();
                    StatusBlocks blocks = new StatusBlocks(reader);
                    StatusFacts facts = Status.of(setup, clock);
                    ServerStatus server = ServerStatus.of(setup.workspace(), clock);
                    return List.of(
                            Block.of(
                                    "server",
                                    reader.say("title.server"),
                                    List.of(blocks.now(journal.now()))),
                            blocks.jobs(server),
                            blocks.sources(facts),
                            blocks.months(facts),
                            blocks.deliveries(facts),
                            blocks.runs(facts),
                            blocks.rejects(facts));
                });
    }

    @GetMapping(path = DOCUMENTS, produces = HTML)
    String documents(
            HttpServletRequest request,
            @RequestParam(name = "source") Optional<String> source,
            @RequestParam(name = "from", defaultValue = "0") int from)
            throws IOException {
        return page(
                request,
                DOCUMENTS,
                (workspace, reader) ->
                        List.of(
                                new DocumentBlocks(reader)
                                        .documents(
                                                Store.open(workspace.settings().store())
                                                        .documents(),
                                                source,
                                                from)));
    }

    @GetMapping(path = DICTIONARY, produces = HTML)
    String dictionary(HttpServletRequest request) throws IOException {
        return page(
                request,
                DICTIONARY,
                (workspace, reader) -> {
                    DictionaryBlocks blocks = new DictionaryBlocks(reader);
                    List<Block> all = new ArrayList<>();
                    all.add(
                            blocks.figures(
                                    shown.setup().catalogue().kpis(),
                                    PublishedValues.areThere(workspace.settings())));
                    Datasets.collected().forEach(it -> all.add(blocks.table(it)));
                    return all;
                });
    }

    /** How a value came about. What is not published is answered like what there is not. */
    @GetMapping(path = EXPLAIN, produces = HTML)
    String explain(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "kpi") Optional<String> kpiId,
            @RequestParam(name = "month") Optional<String> month,
            @RequestParam(name = "scope") Optional<String> scope,
            @RequestParam(name = "period") Optional<String> period)
            throws IOException {
        return page(
                request,
                EXPLAIN,
                (workspace, reader) ->
                        new ExplanationView(
                                        shown.setup(),
                                        reader,
                                        desk,
                                        memory,
                                        shown.state(),
                                        response)
                                .blocks(kpiId, month, scope, period));
    }

    @GetMapping(path = "/design.css", produces = CSS)
    String design() throws IOException {
        return Setup.template(shown.frame().workspace(), HtmlForm.DESIGN)
                + Resources.text("pages.css");
    }

    /** What is not there, or may not be asked for. */
    @RequestMapping(path = FAULT, produces = HTML)
    String fault(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return "<!DOCTYPE html><html lang=\"en\"><head><title>"
                + code
                + "</title></head><body><main><h1>"
                + code
                + "</h1></main></body></html>";
    }

    /** The workspace is wrong, or what a page needs cannot be read now. */
    @ExceptionHandler
    ResponseEntity<String> explained(ExplainedException failure) {
        return ResponseEntity.internalServerError()
                .contentType(MediaType.TEXT_PLAIN)
                .body(String.valueOf(failure.getMessage()));
    }

    private String page(HttpServletRequest request, String path, Blocks blocks) throws IOException {
        ShownWorkspace.Frame frame = shown.frame();
        Workspace workspace = frame.workspace();
        List<Locale> languages = workspace.settings().languages();
        Locale language = language(request, languages);
        Words words = Words.of(frame.texts(), language);
        Reader reader = new Reader(words, workspace.settings().zone());
        Page page =
                new Page(
                        language.toLanguageTag(),
                        workspace.settings().organisationName(),
                        reader.say("page." + name(path)),
                        PAGES.stream()
                                .map(
                                        it ->
                                                new Link(
                                                        reader.say("page." + name(it)),
                                                        reader.address(it),
                                                        "",
                                                        it.equals(path)))
                                .toList(),
                        languages.stream()
                                .filter(it -> !it.equals(language))
                                .map(
                                        it ->
                                                new Link(
                                                        frame.texts()
                                                                .find(it.getLanguage(), "language")
                                                                .orElse(it.getLanguage()),
                                                        Reader.address(path, it, asked(request)),
                                                        it.toLanguageTag(),
                                                        false))
                                .toList(),
                        new StatusBlocks(reader).alerts(journal.now()),
                        blocks.of(workspace, reader));
        return template.set("page.html", words, Map.of("page", page));
    }

    /** What else was asked of the page that explains. */
    private static String[] asked(HttpServletRequest request) {
        return request.getRequestURI().equals(EXPLAIN)
                ? Stream.of("kpi", "month", "scope", "period")
                        .filter(it -> request.getParameter(it) != null)
                        .flatMap(it -> Stream.of(it, request.getParameter(it)))
                        .toArray(String[]::new)
                : new String[0];
    }

    private static String name(String path) {
        return path.equals(OVERVIEW) ? "overview" : path.substring(1);
    }

    /** The one that was asked for, else the first that the browser prefers, else the main one. */
    private static Locale language(HttpServletRequest request, List<Locale> languages) {
        Optional<String> asked = Optional.ofNullable(request.getParameter("lang"));
        List<Locale> wanted =
                asked.map(it -> List.of(Locale.forLanguageTag(it)))
                        .orElseGet(() -> Collections.list(request.getLocales()));
        return wanted.stream()
                .flatMap(
                        want ->
                                languages.stream()
                                        .filter(it -> it.getLanguage().equals(want.getLanguage())))
                .findFirst()
                .orElse(languages.get(0));
    }
}
