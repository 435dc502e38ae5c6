package eu.wattpeil.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of {@code jobs/reports}: what stands in a report, in which order.
 *
 * @param name the file's name without ending
 * @param forms the forms to write it in; empty for all of them
 * @param formsLine where they stand in the file; 0 where the file names none
 */
public record Report(
        String name, List<String> forms, int formsLine, List<Block> sections, String file) {

    public Report {
        forms = List.copyOf(forms);
        sections = List.copyOf(sections);
    }

    /**
     * A section of a report.
     *
     * @param title by language
     * @param kpis the KPIs it shows, in order
     * @param line where it stands in the file
     */
    public record Block(String sectionId, Map<Locale, String> title, List<String> kpis, int line) {

        public Block {
            title = Titles.copy(title);
            kpis = List.copyOf(kpis);
        }
    }
}
