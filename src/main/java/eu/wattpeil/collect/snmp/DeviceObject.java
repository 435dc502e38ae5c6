package eu.wattpeil.collect.snmp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that devices of a kind have.
 *
 * @param name as polls write it
 * @param oid of a scalar with its instance, as {@code ….0}; of a table its column
 * @param index of the rows of a table; empty for a scalar
 * @param isOfOutlet whether it is of an outlet, which are many
 * @param unsupported values that mean that the device does not have it
 * @param isUnsupportedBelowZero whether every value below zero means that
 * @param unless another object, with which this one says nothing more
 * @param where what other objects say of the rows that count; empty for all rows
 */
public record DeviceObject(
        String name,
        String oid,
        Optional<IndexPattern> index,
        boolean isOfOutlet,
        Set<String> unsupported,
        boolean isUnsupportedBelowZero,
        Optional<String> unless,
        Map<String, Set<String>> where,
        Meaning meaning) {

    public DeviceObject {
        unsupported = Set.copyOf(unsupported);
        where = Map.copyOf(where);
    }

    /** Whether a value means that the device does not have the object. */
    boolean isUnsupported(String value) {
        return unsupported.contains(value) || isUnsupportedBelowZero && value.startsWith("-");
    }

    /** The name that a poll gives to a value: that of a table has the index of its row. */
    public String valueName(String rowIndex) {
        return index.isPresent() ? name + "." + rowIndex : name;
    }
}
