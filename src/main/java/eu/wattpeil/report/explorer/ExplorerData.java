package eu.wattpeil.report.explorer;

import java.util.List;
import java.util.Map;

/**
 * What the page holds of all months, in the words of one language. Lists are named by their
 * numbers, from 0.
 *
 * @param language tag
 * @param decimal sign of numbers in the language
 * @param organisation its name
 * @param csv how its spreadsheets read text
 * @param months without holes, such as 2026-10
 * @param monthNames such as "October 2026", as they stand within a sentence
 * @param lengths of the months in what volumes go by: {@code day} or {@code working_day}
 * @param sections of the report, with the numbers of their KPIs; the rest last
 * @param scopes each as the number of its kind, its id and its name
 * @param reasons why there is no value, by code
 * @param factorLists which factors a value is made with, as numbers of {@code factors}
 * @param columns a text with a cell for each month, parted by commas
 * @param series each as the numbers of KPI, scope and period, and of its columns: numerator,
 *     denominator, value, coverage, measured share, reason, list of factors, whether provisional,
 *     edition. A cell of value is empty where it is the numerator, or the quotient rounded to nine
 *     decimals, or where there is a reason; it is "-" where it is not known without a reason. There
 *     is a row in the months that have an edition
 * @param changes what changed values: number of the series, 0 against the month before or 1 against
 *     the year before, number of the cause, number of the column of amounts
 * @param restated values of a later edition that are others than before: numbers of series, month
 *     and reasons
 * @param causes of changes, by code
 * @param whys of later editions, by code
 * @param breaks where a KPI is measured in another way: its number, that of the month, and a
 *     sentence
 * @param reports the report of a month, relative to the page; empty where there is none
 * @param words what the page says
 */
public record ExplorerData(
        String language,
        String decimal,
        String organisation,
        Csv csv,
        List<String> months,
        List<String> monthNames,
        Map<String, List<Integer>> lengths,
        List<Section> sections,
        List<KpiEntry> kpis,
        List<Named> kinds,
        List<List<Object>> scopes,
        List<Reason> reasons,
        List<FactorEntry> factors,
        List<List<Integer>> factorLists,
        List<String> columns,
        List<List<Integer>> series,
        List<List<Integer>> changes,
        List<List<Object>> restated,
        List<Named> causes,
        List<Named> whys,
        List<GoalEntry> goals,
        List<List<Object>> breaks,
        List<String> reports,
        Map<String, String> words) {

    /** How spreadsheets read text. */
    public record Csv(String separator, String decimal, boolean mark) {}

    /** Some KPIs under a title. */
    public record Section(String title, List<Integer> kpis) {}

    /** A code with its words. */
    public record Named(String code, String name) {}

    /**
     * Why there is no value.
     *
     * @param cure what to do about it
     */
    public record Reason(String code, String text, String cure) {}

    /**
     * A KPI.
     *
     * @param unit as it is stored, for files
     * @param shownUnit as it is read; empty for a bare ratio
     * @param isWholeFromHundred whether it has no decimals from a hundred on
     * @param isAmount whether it is a sum over time, which is drawn from zero
     * @param isUnfilled whether a sum with gaps is what is known of it, and no more
     * @param per what a month's value goes by: {@code day}, {@code working_day} or {@code none}
     * @param numeratorUnit as it is read, like the one of the denominator
     * @param grade how sure the source is; empty where it says so itself
     * @param minimum share that must be known for a value to be given
     * @param above at or below it a value is not believed; empty without such a bound
     * @param place in the report of a month, after its number sign; empty where it is not in it
     */
    public record KpiEntry(
            String id,
            String title,
            String unit,
            String shownUnit,
            int decimals,
            boolean isShare,
            boolean isLabel,
            boolean isWholeFromHundred,
            boolean isAmount,
            boolean isUnfilled,
            String per,
            String better,
            String formula,
            String numerator,
            String numeratorUnit,
            String denominator,
            String denominatorUnit,
            String overTime,
            String source,
            String grade,
            String minimum,
            String above,
            String place,
            Lineage lineage) {}

    /** A factor with where it is from; of a factor that is gone all but the id are empty. */
    public record FactorEntry(
            String id,
            String value,
            String year,
            String source,
            String vintage,
            String basis,
            String licence,
            String grade) {}

    /**
     * A goal on values of a series.
     *
     * @param scope as in definitions
     * @param target in the KPI's unit, with a point; empty where it is not known
     * @param verdict of the newest month: its code, with its form and its word
     */
    public record GoalEntry(
            int kpi,
            String scope,
            String period,
            String title,
            String target,
            String month,
            String verdict,
            String shape,
            String word) {}
}
