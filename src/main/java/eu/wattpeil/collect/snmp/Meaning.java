package eu.wattpeil.collect.snmp;

import eu.wattpeil.collect.value.Ratio;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What the values of an object are in the tables of the store. */
sealed interface Meaning {

    /** No more than a help for other objects, such as a number of rows. */
    record Help() implements Meaning {}

    /**
     * A reading of a meter.
     *
     * @param kind {@code power} or {@code counter}
     * @param factor makes thousandths of the base unit (W, Wh, m°C) of a value
     * @param digits the object that tells how many digits of a value are decimals; empty where none
     *     does
     * @param most above this, in the base unit, no value can be; empty for any
     * @param suffix what makes the meter's key of the alias, with the names of the index
     * @param main the index whose meter's key is the alias alone; empty where none is
     * @param register what its register holds, in kWh or m³, before it begins anew at 0; empty
     *     where it does not, or nobody knows
     * @param rows the object that tells how many rows the table has, all of which make one reading;
     *     empty where each row is one
     */
    record Reading(
            String quantity,
            String kind,
            Ratio factor,
            Optional<String> digits,
            Optional<BigDecimal> most,
            String suffix,
            String main,
            Optional<BigDecimal> register,
            Optional<String> rows)
            implements Meaning {

        /** Whether a meter whose key ends so is one of these. */
        boolean isOf(String end) {
            return end.isEmpty() && !main.isEmpty()
                    || end.matches(suffix.replaceAll("\\{[a-z0-9_]+\\}", "[0-9]+"));
        }
    }

    /**
     * A counter of a printer.
     *
     * @param column of the dataset {@code printer_counters}
     * @param unit the object that tells what is counted; empty where none does
     * @param units what it may say for this column
     * @param isSum whether several rows add up; else the first counts
     */
    record PrinterCounter(String column, Optional<String> unit, Set<String> units, boolean isSum)
            implements Meaning {}
}
