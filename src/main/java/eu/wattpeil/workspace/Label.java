package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A row of {@code config/labels.csv}: what a label of purchases stands for.
 *
 * @param knownAs texts by which registers call it, in lower case
 * @param isType1 whether it is an ecolabel of type 1 (ISO 14024)
 * @param isFair whether it speaks of work and origin
 * @param goods categories for which it exists
 * @param checkMonths for how many months a look into its register still speaks for a purchase;
 *     empty for a label that is not of type 1
 */
public record Label(
        String labelId,
        List<String> knownAs,
        boolean isType1,
        boolean isFair,
        List<String> goods,
        Optional<Integer> checkMonths) {

    public Label {
        knownAs = List.copyOf(knownAs);
        goods = List.copyOf(goods);
        if (isType1 && checkMonths.isEmpty()) {
            throw new IllegalArgumentException(
                    "check_months is empty, expected months: is_type1 is true");
        }
    }
}
