package eu.wattpeil.report.form;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month takes apart, in {@code report.json}.
 *
 * @param picture how the report shows it
 * @param rows what its rows are of
 * @param columns what its columns are of
 * @param cells of a calendar without the parts of a day that nothing is of
 */
record JsonDetail(
        String detailId,
        Map<String, String> title,
        String picture,
        String rows,
        String columns,
        List<Cell> cells) {

    static JsonDetail of(Breakdown breakdown, Texts texts) {
        Detail detail = breakdown.detail();
        return new JsonDetail(
                detail.detailId(),
                JsonReport.byLanguage(texts.all(Detail.title(detail.detailId()))),
                Codes.of(detail.picture()),
                Codes.of(detail.rows()),
                Codes.of(detail.columns()),
                breakdown.told().stream().map(Cell::of).toList());
    }

    /**
     * Where a row and a column meet.
     *
     * @param value null where it is not known, or not told
     * @param reason a code of why there is none
     * @param mark a code of what is to be known of it
     * @param note the cause, as the configuration has it
     */
    record Cell(
            String scopeKind,
            String scopeId,
            String row,
            String column,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal coverage,
            @Nullable String reason,
            @Nullable String mark,
            @Nullable String note) {

        static Cell of(Breakdown.Cell cell) {
            return new Cell(
                    cell.scope().kind(),
                    cell.scope().id(),
                    cell.row(),
                    cell.column(),
                    cell.value().map(Numerals::plain).orElse(null),
                    cell.unit(),
                    JsonReport.share(cell.coverage()),
                    cell.reason().orElse(null),
                    cell.mark().orElse(null),
                    cell.note().orElse(null));
        }
    }
}
