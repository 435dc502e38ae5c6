package eu.wattpeil.report.page;

import eu.wattpeil.report.chart.StackChart;
import eu.wattpeil.report.chart.StripChart;
import eu.wattpeil.report.chart.TimeChart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report in one language, ready to be set: what a template sees. Every text is plain text, to be
 * escaped by the template. Charts and tables are data, for each form to draw. An empty text is to
 * be left out.
 *
 * @param language tag, such as {@code nl}
 * @param title for the window
 * @param month in words
 * @param front what is read in two minutes
 * @param sections a topic each
 * @param details what the page of the data takes apart
 * @param untried rules of findings that found nothing or could not be judged
 * @param shifts since when a KPI is at another level, and what explains it
 * @param served what each goal serves
 * @param unserved the practices that no goal serves, in one sentence
 * @param documents what the edition was made of
 * @param documentsNote what they are, and how many are not shown
 * @param terms words of the field, explained
 * @param footer edition, software and fingerprint
 */
public record ReportPage(
        String language,
        String title,
        String organisation,
        String month,
        Front front,
        List<Section> sections,
        List<FindingCard> findings,
        Table untried,
        List<Item> shifts,
        Table served,
        String unserved,
        List<MeasureCard> measures,
        List<Item> missing,
        List<Detail> details,
        Table restated,
        Table sources,
        Table documents,
        String documentsNote,
        Table rejects,
        List<String> rules,
        List<Term> terms,
        Table methods,
        Table factors,
        String footer) {

    /**
     * The first page.
     *
     * @param headline one sentence on the most important figure
     * @param brief what management has to know, with a word in front of each
     * @param counts how many goals stand how
     * @param goals those that ask for attention, the furthest behind first
     * @param onCourse the others
     * @param changesNote what the changes are measured against, or why there are none
     */
    public record Front(
            String headline,
            List<Item> brief,
            List<Count> counts,
            List<GoalLine> goals,
            List<GoalLine> onCourse,
            String changesNote,
            List<Item> changes,
            List<Item> measures,
            List<Item> missing) {

        /** All goals, in the order in which they are shown. */
        public List<GoalLine> allGoals() {
            return Stream.of(goals, onCourse).flatMap(List::stream).toList();
        }
    }

    /** How many goals have a verdict. */
    public record Count(VerdictMark verdict, String number) {}

    /**
     * A verdict.
     *
     * @param code {@code on_course}, {@code watch}, {@code off_course}, {@code starts} or {@code
     *     unknown}
     * @param shape one character
     * @param word in the reader's language
     */
    public record VerdictMark(String code, String shape, String word) {}

    /**
     * A goal on the first page.
     *
     * @param practice the practice that it serves, in words
     * @param now present value with unit, or a dash
     * @param target with unit and month
     * @param coverage how much of the value is known, in words; empty without a value
     * @param pace present and required, or why the verdict is unknown
     * @param forecast where it leads in the target month, with its interval; empty where that
     *     cannot be told
     * @param anchor of the KPI's block; empty where the report does not show it
     */
    public record GoalLine(
            VerdictMark verdict,
            String title,
            String practice,
            String now,
            String coverage,
            String target,
            String pace,
            String forecast,
            String anchor) {}

    /** A word of the field with what it means. */
    public record Term(String id, String word, String meaning) {}

    /** A line with what it is about in front. */
    public record Item(String head, String text, String anchor) {}

    /**
     * A section.
     *
     * @param opening sentences that its numbers prove
     * @param leads the blocks whose charts stand at its head
     * @param stack those of its figures that are parts of one whole
     * @param details what it takes apart
     */
    public record Section(
            String id,
            String title,
            List<String> opening,
            List<Block> leads,
            Optional<Stack> stack,
            List<Detail> details,
            List<Block> blocks) {}

    /**
     * Something taken apart.
     *
     * @param id unique in the page
     * @param lines what it shows, in sentences
     * @param grids tables of levels, one for each scope
     * @param bars a bar for each row
     * @param strips days in a row for each scope
     * @param table the same in words and numbers; without rows where the grids say it
     * @param isFolded whether the table stands behind the picture
     * @param notes what is left out, and what signs mean
     */
    public record Detail(
            String id,
            String title,
            List<String> lines,
            List<Grid> grids,
            Optional<Bars> bars,
            Optional<Strips> strips,
            Table table,
            boolean isFolded,
            List<String> notes) {}

    /**
     * A table whose cells have a tone for their level.
     *
     * @param caption its scope; empty for the organisation
     * @param corner what rows are of
     * @param isWide whether it is turned where there is little room
     * @param legend what tones mean
     */
    public record Grid(
            String caption,
            String corner,
            List<String> columns,
            List<GridRow> rows,
            boolean isWide,
            List<Swatch> legend) {

        /** Signs that all columns together hold in a line on a telephone. */
        private static final int SIGNS = 26;

        /** Whether a column would have to break a word of its name where there is little room. */
        public boolean isUpright(String column) {
            int most = SIGNS / columns.size();
            return Stream.of(column.split("[\\s-]")).anyMatch(word -> word.length() > most);
        }
    }

    /**
     * A row of a grid.
     *
     * @param brief its head where there is little room; empty where that has to do
     */
    public record GridRow(String head, String brief, List<GridCell> cells, boolean isTotal) {}

    /**
     * A cell of a grid.
     *
     * @param style classes of its tone
     * @param said what the tone tells, for those who do not see it
     */
    public record GridCell(String text, String style, String said) {}

    /** A tone and what it means. */
    public record Swatch(String style, String text) {}

    /**
     * Bars of rows.
     *
     * @param line what the line that crosses them stands for; empty for none
     */
    public record Bars(String nameHead, String valueHead, List<Bar> bars, String line) {}

    /**
     * A bar.
     *
     * @param value with unit; empty where it is not told
     * @param reason why not
     * @param share of the width, 0 to 1
     * @param line where the line crosses it, 0 to 1; below 0 for none
     */
    public record Bar(String name, String value, String reason, double share, double line) {}

    /**
     * Days in a row, one strip for each scope.
     *
     * @param weeks the first day of each week of the month, and the days that stand below it
     */
    public record Strips(
            String nameHead,
            String knownHead,
            List<Week> weeks,
            List<Strip> strips,
            List<Swatch> legend) {}

    /** Days of a month from one on. */
    public record Week(int firstDay, int days) {}

    /** A strip with what is known of all its days. */
    public record Strip(String name, String note, StripChart chart, String known) {}

    /** A whole in its parts, with its table: months and parts. */
    public record Stack(StackChart chart, Table table) {}

    /**
     * A KPI.
     *
     * @param period what the large number speaks of, where it is not the month of the report
     * @param number large; empty where it is not known
     * @param marks estimated, provisional …
     * @param reason why there is no number; empty where there is one
     * @param coverage in words
     * @param verdicts of its goals
     * @param rate the large number of a volume, by the day
     * @param absolute numerator and denominator of a ratio with their units
     * @param causes what changed it, in words
     * @param formula in words and symbols
     */
    public record Block(
            String id,
            String title,
            String period,
            String number,
            String unit,
            List<String> marks,
            String reason,
            String coverage,
            List<VerdictMark> verdicts,
            List<Comparison> comparisons,
            List<Aim> aims,
            String year,
            String rate,
            String absolute,
            List<String> causes,
            List<String> measures,
            Chart chart,
            String partsTitle,
            List<Part> parts,
            String partsNote,
            String formula,
            String source) {}

    /**
     * The large number against another one.
     *
     * @param difference with sign and unit
     * @param percent with sign; empty where the base is no larger than the noise
     * @param base the other number, with unit
     * @param tone {@code better}, {@code worse} or empty
     * @param toneWord in the reader's language
     */
    public record Comparison(
            String label,
            String difference,
            String percent,
            String base,
            String tone,
            String toneWord) {}

    /** A goal at its KPI: verdict, where the path stands now, and where the trend leads. */
    public record Aim(VerdictMark verdict, String title, List<String> lines) {}

    /**
     * A chart with its table.
     *
     * @param time empty where there is nothing to draw
     * @param table month, value, coverage
     */
    public record Chart(Optional<TimeChart> time, Table table) {}

    /**
     * A part of the organisation.
     *
     * @param value with unit; empty where it is not known or not shown
     * @param reason why not
     */
    public record Part(String name, String value, String coverage, String reason) {}

    /**
     * What may be gained.
     *
     * @param where the scope
     * @param status how far it is
     * @param saving a year, as ranges; empty where it cannot be told
     * @param lines what is behind it, advice, assumption, what would confirm it, source: each with
     *     its word in front
     */
    public record FindingCard(
            String id,
            String title,
            String where,
            String status,
            String saving,
            List<Item> lines) {}

    /**
     * A measure.
     *
     * @param result in one sentence
     * @param facts expected, interval, start, first result, scaled or not, tags: each with its word
     *     in front
     */
    public record MeasureCard(
            String id, String title, String result, List<Item> facts, String anchor) {}
}
