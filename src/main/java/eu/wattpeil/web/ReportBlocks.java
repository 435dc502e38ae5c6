package eu.wattpeil.web;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.store.Store;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Link;
import eu.wattpeil.workspace.Settings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Leads to what is published. */
final class ReportBlocks {

    private static final String INDEX = "index";
    private static final String TABLE = "kpis-all.csv";

    private final Reader reader;
    private final Settings settings;

    ReportBlocks(Reader reader, Settings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** The last month, the list of all, and what holds all figures; as far as they are there. */
    Block reports() {
        List<Link> links = new ArrayList<>();
        lastMonth().ifPresent(links::add);
        link(page(INDEX), reader.say("reports.all")).ifPresent(links::add);
        link(page(HtmlForm.EXPLORER), reader.say("reports.explorer")).ifPresent(links::add);
        if (PublishedValues.areThere(settings)) {
            links.add(
                    new Link(
                            reader.say("reports.explain"),
                            reader.address(PagesController.EXPLAIN),
                            "",
                            false));
        }
        link(TABLE, reader.say("reports.table")).ifPresent(links::add);
        List<String> sentences = links.isEmpty() ? List.of(reader.say("reports.none")) : List.of();
        return new Block(
                "reports", reader.say("title.reports"), sentences, links, List.of(), List.of());
    }

    private Optional<Link> lastMonth() {
        List<Edition> editions = new Editions(Store.open(settings.store())).current();
        if (editions.isEmpty()) {
            return Optional.empty();
        }
        Edition last = editions.get(editions.size() - 1);
        return link(
                last.month()
                        + "/edition-"
                        + last.number()
                        + "/report."
                        + language().getLanguage()
                        + ".html",
                reader.words().capitalised(reader.words().month(last.month())));
    }

    private String page(String stem) {
        return LanguageFile.name(stem, language(), settings.languages());
    }

    private Locale language() {
        return reader.words().language();
    }

    /** A way to a published file; empty where it is not there. */
    private Optional<Link> link(String file, String label) {
        return Files.isRegularFile(settings.reports().resolve(file))
                ? Optional.of(new Link(label, PagesConfiguration.REPORTS + file, "", false))
                : Optional.empty();
    }
}
