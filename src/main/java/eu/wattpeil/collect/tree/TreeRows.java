package eu.wattpeil.collect.tree;

import eu.wattpeil.collect.bytes.Rows;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tree, in the order in which they end. A broken part of the document is a row that
 * is broken, as is an answer that says it failed.
 */
final class TreeRows implements Rows {

    private static final int ENOUGH = 1 << 12;

    private final TreeShape shape;
    private final long most;
    private final Nodes nodes;
    private final Track[] tracks;
    private final Deque<Track> ready = new ArrayDeque<>();
    private final Place[] found;
    private final boolean[] hasOthers;
    private final byte[][] texts;
    private final int[] ends;
    private byte[] bytes = new byte[ENOUGH];
    private int depth = -1;
    private long rows;
    private long line;
    private boolean isShown;
    private boolean hasFailed;
    private @Nullable Broken broken;

    /** Why a row is no good. */
    record Broken(What what, String expected, String found) {}

    /** What is no good. */
    enum What {
        /** The row alone. */
        ROW,
        /** The document, which says that it failed. */
        FAILURE,
        /** The document, from there on. */
        DAMAGE,
        /** The document, which ends there. */
        CUT
    }

    private TreeRows(TreeShape shape, Nodes.Opener opener, long most) throws IOException {
        this.shape = shape;
        this.most = most;
        this.tracks =
                shape.rows().stream().map(path -> track(path, shape, opener)).toArray(Track[]::new);
        this.found = new Place[shape.captures()];
        this.texts = new byte[shape.width()][];
        this.hasOthers = new boolean[shape.width()];
        for (int column = 0; column < hasOthers.length; column++) {
            hasOthers[column] = !shape.others().get(column).isEmpty();
        }
        this.ends = new int[shape.width() + 1];
        this.nodes = opener.open();
    }

    /** The rows of a document from its start; the caller closes. */
    static TreeRows open(TreeShape shape, Nodes.Opener opener) throws IOException {
        return open(shape, opener, Long.MAX_VALUE);
    }

    /** The same, and no more than so many rows. */
    static TreeRows open(TreeShape shape, Nodes.Opener opener, long most) throws IOException {
        return new TreeRows(shape, opener, most);
    }

    private static Track track(RowPath path, TreeShape shape, Nodes.Opener opener) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < path.levels().size(); i++) {
            TreeShape above = shape.of(path.above(i));
            levels.add(new Level(path.levels().get(i), shape.reading(), () -> open(above, opener)));
        }
        return new Track(path.steps(), levels);
    }

    /** Goes to the next row and lets it be the next once more. */
    boolean show() throws IOException {
        isShown = next();
        return isShown;
    }

    @Override
    public boolean next() throws IOException {
        if (isShown) {
            isShown = false;
            return true;
        }
        broken = null;
        while (rows < most) {
            Track track = ready.poll();
            if (track != null) {
                if (take(track)) {
                    return true;
                }
                continue;
            }
            switch (advance()) {
                case END -> {
                    return false;
                }
                case BROKEN -> {
                    Nodes.Damage damage = nodes.damage();
                    What what = damage.isCutOff() ? What.CUT : What.DAMAGE;
                    return giveBroken(new Broken(what, damage.expected(), damage.found()));
                }
                case CLOSE -> {
                    if (depth < 0 && ready.isEmpty() && fails(tracks[0])) {
                        return true;
                    }
                }
                case OPEN, TEXT -> {}
            }
        }
        return false;
    }

    /** Goes on by one event. */
    private Nodes.Event advance() throws IOException {
        Nodes.Event event = nodes.next();
        switch (event) {
            case OPEN -> enter();
            case TEXT -> keepText();
            case CLOSE -> leave();
            case BROKEN -> {
                for (Track track : tracks) {
                    track.abandon();
                }
                depth = -1;
            }
            case END -> {}
        }
        return event;
    }

    private void enter() throws IOException {
        depth++;
        hasFailed &= depth > 0;
        boolean isWanted = false;
        for (Track track : tracks) {
            isWanted |= track.open(depth, nodes);
        }
        if (!isWanted) {
            nodes.skip();
        }
    }

    private void keepText() throws IOException {
        for (Track track : tracks) {
            if (track.wantsText(depth)) {
                String text = nodes.text();
                if (text != null) {
                    keepText(text);
                }
                return;
            }
        }
    }

    private void keepText(String text) {
        for (Track track : tracks) {
            track.text(depth, text);
        }
    }

    private void leave() {
        for (Track track : tracks) {
            if (track.close(depth)) {
                ready.add(track);
            }
        }
        depth--;
    }

    /** What is found below the node of a number, on the way to it as its row; not for others. */
    Place[] placesOf(long number) throws IOException {
        Track track = tracks[0];
        boolean isAtEnd = false;
        while (!isAtEnd && (track.last().number() < number || track.isInRow())) {
            isAtEnd = advance() == Nodes.Event.END;
            ready.clear();
        }
        return track.last().places();
    }

    /** Whether there is a row to give. */
    private boolean take(Track track) throws IOException {
        if (hasFailed) {
            return false;
        }
        for (Level level : track.levels()) {
            level.complete();
        }
        if (fails(track)) {
            return true;
        }
        rows++;
        line = nodes.line() > 0 ? nodes.line() : rows;
        for (Place[] places : track.places()) {
            for (Place place : places) {
                found[place.capture().column()] = place;
            }
        }
        for (int column = 0; column < texts.length; column++) {
            texts[column] = text(column, firstOf(column));
        }
        lay();
        return true;
    }

    /** The place of a column, or where that has no value the first that stands in for it. */
    private Place firstOf(int column) {
        Place own = found[column];
        if (!hasOthers[column] || shape.hasValue(own)) {
            return own;
        }
        return shape.others().get(column).stream()
                .map(other -> found[other])
                .filter(shape::hasValue)
                .findFirst()
                .orElse(own);
    }

    private byte[] text(int number, Place place) {
        String column = shape.label(number);
        switch (place.state()) {
            case NESTED -> {
                if (!shape.isNestedMissing()) {
                    broken = new Broken(What.ROW, "one value at " + column, "several in it");
                }
            }
            case SEVERAL ->
                    broken = new Broken(What.ROW, "one text at " + column, "several that differ");
            case TOO_LONG ->
                    broken =
                            new Broken(
                                    What.ROW,
                                    "at most " + Place.MAX_TEXT + " characters at " + column,
                                    "more");
            case ABSENT, READ -> {}
        }
        return place.text();
    }

    private void lay() {
        int length = 0;
        for (byte[] text : texts) {
            length += text.length;
        }
        if (bytes.length < length || bytes.length > ENOUGH && length < ENOUGH) {
            bytes = new byte[Math.max(length, ENOUGH)];
        }
        int end = 0;
        for (int column = 0; column < texts.length; column++) {
            byte[] text = texts[column];
            System.arraycopy(text, 0, bytes, end, text.length);
            end += text.length;
            ends[column + 1] = end;
        }
    }

    /**
     * Whether the root that is open, or has just ended, says that it failed: then that is a row.
     */
    private boolean fails(Track track) {
        if (shape.failures().isEmpty()) {
            return false;
        }
        Optional<Broken> failure = hasFailed ? Optional.empty() : shape.failure(track);
        if (failure.isEmpty()) {
            return false;
        }
        hasFailed = true;
        return giveBroken(failure.get());
    }

    private boolean giveBroken(Broken why) {
        rows++;
        line = nodes.line() > 0 ? nodes.line() : rows;
        broken = why;
        Arrays.fill(ends, 0);
        return true;
    }

    /** Why the document, or an answer in it, is no good where the row is; empty where it is. */
    Optional<Broken> damage() {
        return Optional.ofNullable(broken).filter(why -> why.what() != What.ROW);
    }

    /** Whether roots are lines. */
    boolean isByLines() {
        return nodes.line() > 0;
    }

    /** How many steps of the way to rows led anywhere so far; -1 for none and no root. */
    int deepest() {
        return Arrays.stream(tracks).mapToInt(Track::deepest).max().orElse(-1);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int fields() {
        return shape.width();
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int field) {
        return ends[field];
    }

    @Override
    public int to(int field) {
        return ends[field + 1];
    }

    @Override
    public boolean isEmpty(int field) {
        return field >= shape.width() || ends[field] == ends[field + 1];
    }

    @Override
    public boolean isBroken() {
        return broken != null;
    }

    @Override
    public String whole() {
        return broken == null ? "a row" : broken.expected();
    }

    @Override
    public String found() {
        return broken == null ? "" : broken.found();
    }

    @Override
    public boolean isCutOff() {
        return broken != null && broken.what() == What.CUT;
    }

    @Override
    public void close() throws IOException {
        try (Nodes closed = nodes) {
            for (Track track : tracks) {
                track.close();
            }
        }
    }
}
