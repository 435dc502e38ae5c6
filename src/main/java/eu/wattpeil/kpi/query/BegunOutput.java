package eu.wattpeil.kpi.query;

import java.io.IOException;

/** An output of which is known whether anything was written to it. */
final class BegunOutput implements Appendable {

    private final Appendable out;
    private boolean isBegun;

    BegunOutput(Appendable out) {
        this.out = out;
    }

    boolean isBegun() {
        return isBegun;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        isBegun = true;
        out.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        isBegun = true;
        out.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char character) throws IOException {
        isBegun = true;
        out.append(character);
        return this;
    }
}
