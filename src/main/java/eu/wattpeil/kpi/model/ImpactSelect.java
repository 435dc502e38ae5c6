package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.FineDecimal;

/**
 * The rows of {@code measure_impacts}, from those of a model's own select: with the money and the
 * emissions of what it saves, for measures that show an effect and no others.
 */
final class ImpactSelect {

    private static final String OWN = "own_impacts";

    private ImpactSelect() {}

    /**
     * The model's own select; it begins on the first line, so that lines of failures are its own.
     */
    static String own(String select) {
        return "with " + OWN + " as (" + select + "\n) select * from " + OWN;
    }

    /** The select of its rows, in the columns of {@link MeasureImpacts#TABLE}. */
    static String of(ImpactHeader header, String select) {
        StringBuilder columns = new StringBuilder();
        for (Saving saving : MeasureImpacts.SAVED) {
            boolean isTold = header.saves().contains(saving);
            for (String end : ImpactHeader.ENDS) {
                append(columns, isTold ? amount(saving, end) : "null", Codes.of(saving) + end);
            }
        }
        for (SavingWorth.Kind kind : SavingWorth.Kind.values()) {
            for (String end : ImpactHeader.ENDS) {
                String worth =
                        SavingWorth.of(kind, header.saves(), saving -> amount(saving, end))
                                .orElse("null");
                append(columns, worth, kind.word() + end);
            }
            columns.append("    case when ")
                    .append(OWN)
                    .append(".missing is null then ")
                    .append(SavingWorth.missing(kind, header.saves()))
                    .append(" end as ")
                    .append(kind.word())
                    .append("_missing,\n");
        }
        return "with "
                + OWN
                + " as ("
                + select
                + "\n)"
                + """

                select
                    period.month,
                    own_impacts.measure_id,
                    own_impacts.missing,
                    cast(own_impacts.days as bigint) as days,
                %s
                from own_impacts
                inner join measure_results using (measure_id)
                cross join period
                cross join %s
                where measure_results.verdict = 'effect'
                """
                        .formatted(withoutComma(columns), SavingWorth.RELATION);
    }

    private static String amount(Saving saving, String end) {
        return OWN + "." + Codes.of(saving) + end;
    }

    private static void append(StringBuilder columns, String value, String column) {
        columns.append("    ")
                .append(FineDecimal.of(value))
                .append(" as ")
                .append(column)
                .append(",\n");
    }

    private static String withoutComma(StringBuilder columns) {
        return columns.substring(0, columns.length() - 2);
    }
}
