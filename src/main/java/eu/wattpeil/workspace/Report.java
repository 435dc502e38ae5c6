package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of {@code jobs/reports}: what stands in a report, in which order.
 *
 * @param name the file's name without ending
 * @param forms the forms to write it in; empty for all of them
 * @param formsPlace where they stand; the file where it names none
 * @param sectionsPlace where the sections stand
 * @param details what its page of the data takes apart, in order; may be empty
 */
public record Report(
        String name,
        List<String> forms,
        Place formsPlace,
        List<Section> sections,
        Place sectionsPlace,
        List<String> details) {

    /** The report that comes with Wattpeil, which stands in the folder of the reports itself. */
    public static final String MAIN = "monthly";

    /** Of one that takes nothing of the data apart. */
    public Report(
            String name,
            List<String> forms,
            Place formsPlace,
            List<Section> sections,
            Place sectionsPlace) {
        this(name, forms, formsPlace, sections, sectionsPlace, List.of());
    }

    public Report {
        forms = List.copyOf(forms);
        sections = List.copyOf(sections);
        details = List.copyOf(details);
    }

    /**
     * Where a report stands in a folder of reports: in a folder of its name, as if it were the only
     * one; the main one in the folder itself.
     *
     * @param name of the report
     */
    public static Path folder(Path reports, String name) {
        return name.equals(MAIN) ? reports : reports.resolve(name);
    }

    /**
     * A section of a report.
     *
     * @param title by language
     * @param kpis the KPIs it shows, in order
     * @param stack those of them that are parts of one whole, from the lowest; may be empty
     * @param details what it takes apart, in order; may be empty
     * @param place where it stands
     */
    public record Section(
            String sectionId,
            Map<Locale, String> title,
            List<String> kpis,
            List<String> stack,
            List<String> details,
            Place place) {

        /** Of figures that are no parts of one whole, and none of which is taken apart. */
        public Section(
                String sectionId, Map<Locale, String> title, List<String> kpis, Place place) {
            this(sectionId, title, kpis, List.of(), List.of(), place);
        }

        public Section {
            title = Titles.copy(title);
            kpis = List.copyOf(kpis);
            stack = List.copyOf(stack);
            details = List.copyOf(details);
        }
    }
}
