package eu.wattpeil.report.words;

import java.util.List;

/** Where a text goes that is told line by line. */
public interface Lines {

    void line(String text);

    /** Begins a part. */
    void heading(String text);

    /** A line of the part. */
    void indented(String text);

    /**
     * A table.
     *
     * @param rows of equal length, the first with the names of the columns
     */
    void table(List<List<String>> rows);
}
