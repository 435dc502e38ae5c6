package eu.wattpeil.collect.table;

/**
 * What stands beside a number in its field, such as a currency or a unit.
 *
 * @param before empty for nothing
 * @param after empty for nothing
 */
record Beside(String before, String after) {

    static final Beside NOTHING = new Beside("", "");

    boolean isNothing() {
        return equals(NOTHING);
    }
}
