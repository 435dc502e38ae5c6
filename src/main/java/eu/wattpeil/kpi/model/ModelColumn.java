package eu.wattpeil.kpi.model;

/**
 * A column of a model.
 *
 * @param type as DuckDB names it
 */
public record ModelColumn(String name, String type) {

    public boolean isText() {
        return type.equals("VARCHAR");
    }

    public boolean isFlag() {
        return type.equals("BOOLEAN");
    }

    /** Whether it holds amounts, which can be added up. */
    public boolean isNumber() {
        return type.startsWith("DECIMAL") || type.endsWith("INT") || isFloating();
    }

    /** Whether it holds binary fractions. */
    public boolean isFloating() {
        return type.equals("DOUBLE") || type.equals("FLOAT");
    }
}
