package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.content.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** The reports of a workspace, each month of one edition, held against the tables of its store. */
public final class ProducedReports {

    private final Path workspace;
    private final Town town;
    private final EditionTables tables;

    private ProducedReports(Path workspace, Town town, EditionTables tables) {
        this.workspace = workspace;
        this.town = town;
        this.tables = tables;
    }

    /** Those of a workspace that was published. */
    public static ProducedReports of(Path workspace) throws SQLException {
        Setup setup = Setup.load(workspace);
        Map<String, String> figures = new HashMap<>();
        for (Detail detail : Catalogue.details(setup.workspace().modelFiles())) {
            detail.figure().ifPresent(it -> figures.put(detail.detailId(), it));
        }
        Town town =
                new Town(
                        setup.catalogue().kpis(),
                        Organisation.of(setup.workspace()),
                        setup.workspace().thresholds(),
                        figures,
                        setup.texts(),
                        setup.workspace().reports().get(0));
        return new ProducedReports(workspace, town, EditionTables.of(workspace.resolve("store")));
    }

    /** The numbers of a month's pages and tables of text in a language. */
    public void checkPages(YearMonth month, Locale language, Tally tally)
            throws SQLException, IOException {
        ReportFiles files = files(month, language, tally);
        files.checkPages();
        files.checkCsv();
    }

    /** Those of all its forms; its workbook has those of the months before, too. */
    public void check(YearMonth month, Locale language, Tally tally)
            throws SQLException, IOException {
        files(month, language, tally).check();
    }

    private ReportFiles files(YearMonth month, Locale language, Tally tally)
            throws SQLException, IOException {
        Path folder = workspace.resolve("reports").resolve(month.toString()).resolve("edition-1");
        int documents =
                new ObjectMapper()
                        .readTree(Files.readString(folder.resolve("manifest.json")))
                        .get("documents")
                        .size();
        Script script = Script.of(language);
        return new ReportFiles(
                new EditionNumbers(town, tables, month, script, documents), folder, tally);
    }
}
