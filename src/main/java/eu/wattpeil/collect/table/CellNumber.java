package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The exact sum or product of several fields of a row. */
final class CellNumber {

    private static final int NONE = -1;

    private final int[] fields;
    private final Mapping.Combination combination;
    private final MissingWords missing;
    private final NumberSigns signs;
    private final DecimalText numbers;
    private @Nullable BigDecimal result;

    CellNumber(
            int[] fields,
            Mapping.Combination combination,
            MissingWords missing,
            NumberSigns signs,
            Charset charset) {
        this.fields = fields;
        this.combination = combination;
        this.missing = missing;
        this.signs = signs;
        numbers = DecimalText.of(signs, charset, 0, Ratio.ONE);
    }

    /** Takes the fields of a row; gives one that is no number, or -1 where there is none such. */
    int take(Rows row) {
        boolean isWhole = true;
        BigDecimal sum = null;
        for (int field : fields) {
            if (missing.isMissing(row, field)) {
                isWhole = false;
                continue;
            }
            BigDecimal number = numbers.exact(row.bytes(), row.from(field), row.to(field));
            if (number == null) {
                return field;
            }
            sum = sum == null ? number : combined(sum, number);
        }
        result = isWhole || combination == Mapping.Combination.SUM_OF_ANY ? sum : null;
        return NONE;
    }

    private BigDecimal combined(BigDecimal one, BigDecimal other) {
        return combination == Mapping.Combination.PRODUCT ? one.multiply(other) : one.add(other);
    }

    /** Whether the last row taken lacks what the number needs. */
    boolean isMissing() {
        return result == null;
    }

    /** The number of the last row taken, with the decimal sign of the document. */
    String text() {
        return String.valueOf(result).replace('.', signs.decimal());
    }

    /** What each field would be, for messages. */
    String expected() {
        return numbers.expected();
    }
}
