package eu.wattpeil.cli;

import eu.wattpeil.workspace.TextDirection;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Leaves out the signs by which text that others wrote turns the text of a terminal around it. */
final class PlainOutput extends FilterWriter {

    private PlainOutput(Writer out) {
        super(out);
    }

    /** What is printed to it comes to {@code out} without such signs. */
    static PrintWriter over(PrintWriter out) {
        return new PrintWriter(new PlainOutput(out), true);
    }

    @Override
    public void write(int sign) throws IOException {
        if (!TextDirection.isSign((char) sign)) {
            out.write(sign);
        }
    }

    @Override
    public void write(char[] signs, int from, int count) throws IOException {
        write(new String(signs, from, count), 0, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        out.write(TextDirection.without(text.substring(from, from + count)));
    }
}
