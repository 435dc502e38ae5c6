package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.tree.Nodes;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a feed once: each IntervalReading, and each entry when it has ended. */
final class FeedScanner implements Closeable {

    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_RESOURCES = 100;
    private static final String ENTRY = "entry";
    private static final String BLOCK = "IntervalBlock";
    private static final String READING = "IntervalReading";
    private static final Set<String> RESOURCES =
            Set.of("UsagePoint", "MeterReading", "ReadingType", BLOCK);

    private final Nodes nodes;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final FeedLinks links = new FeedLinks();
    private final List<Resource> resources = new ArrayList<>();
    private Map<String, String> fields = new HashMap<>();
    private Reading reading = new Reading();
    private int entryDepth;
    private long entries;
    private long readings;
    private String blockUnit = "";
    private boolean isFeed;

    /** What was gone through. */
    enum Event {
        /** {@link #reading()} and what came before it in its entry. */
        READING,
        /** {@link #resources()} and {@link #links()} of an entry that has ended. */
        ENTRY,
        /** {@link #damage()} says why nothing more can be read. */
        BROKEN,
        END
    }

    /**
     * What an entry holds.
     *
     * @param fields the texts of its elements, by their names
     */
    record Resource(String kind, Map<String, String> fields) {}

    /** The texts of a reading as they are written; empty where there is none. */
    static final class Reading {

        private final StringBuilder qualities = new StringBuilder();
        private String start = "";
        private String duration = "";
        private String value = "";
        private boolean isTwice;

        String start() {
            return start;
        }

        String duration() {
            return duration;
        }

        String value() {
            return value;
        }

        /** Codes, with a blank after each. */
        String qualities() {
            return qualities.toString();
        }

        /** Whether one of the others is there twice. */
        boolean isTwice() {
            return isTwice;
        }

        private void take(String parent, String name, String text) {
            if (parent.equals("timePeriod") && name.equals("start")) {
                isTwice |= !start.isEmpty();
                start = text;
            } else if (parent.equals("timePeriod") && name.equals("duration")) {
                isTwice |= !duration.isEmpty();
                duration = text;
            } else if (parent.equals(READING) && name.equals("value")) {
                isTwice |= !value.isEmpty();
                value = text;
            } else if (name.equals("quality") && qualities.length() < LONGEST_TEXT) {
                qualities.append(text).append(' ');
            }
        }
    }

    /** Of nodes that are closed with it. */
    FeedScanner(Nodes nodes) {
        this.nodes = nodes;
    }

    Event next() throws IOException {
        while (true) {
            switch (nodes.next()) {
                case OPEN -> open();
                case TEXT -> append();
                case CLOSE -> {
                    String name = names.remove(names.size() - 1);
                    take(name);
                    if (name.equals(READING)) {
                        readings++;
                        return Event.READING;
                    }
                    if (names.size() == entryDepth - 1) {
                        entryDepth = 0;
                        return Event.ENTRY;
                    }
                }
                case BROKEN -> {
                    names.clear();
                    return Event.BROKEN;
                }
                case END -> {
                    return Event.END;
                }
            }
        }
    }

    private void open() throws IOException {
        String name = nodes.name();
        names.add(name);
        text.setLength(0);
        if (name.equals(ENTRY) && entryDepth == 0) {
            entryDepth = names.size();
            entries++;
            links.clear();
            resources.clear();
        } else if (name.equals("link") && names.size() == entryDepth + 1 && entryDepth > 0) {
            links.add(nodes.attribute("rel"), nodes.attribute("href"));
            nodes.skip();
        } else if (name.equals(READING)) {
            reading = new Reading();
        } else if (RESOURCES.contains(name)) {
            isFeed = true;
            fields = new HashMap<>();
            blockUnit = "";
            if (entryDepth == 0) {
                links.clear();
            } else if (!name.equals(BLOCK) && resources.size() < MOST_RESOURCES) {
                resources.add(new Resource(name, fields));
            }
        }
    }

    private void append() throws IOException {
        String more = nodes.text();
        if (more != null && text.length() < LONGEST_TEXT) {
            text.append(more, 0, Math.min(more.length(), LONGEST_TEXT));
        }
    }

    /** Takes the text of the element that ends. */
    private void take(String name) {
        String found = text.toString().strip();
        text.setLength(0);
        if (found.isEmpty() || names.isEmpty()) {
            return;
        }
        String parent = names.get(names.size() - 1);
        if (names.contains(READING)) {
            reading.take(parent, name, found);
        } else if (parent.equals("interval") && name.equals("uom")) {
            blockUnit = found;
        } else if (parent.equals("ReadingType") || parent.equals("ServiceCategory")) {
            fields.putIfAbsent(name, found);
        }
    }

    /** How many entries have begun. */
    long entries() {
        return entries;
    }

    /** Whether an entry is open. */
    boolean isInEntry() {
        return entryDepth > 0;
    }

    /** How many readings there were. */
    long readings() {
        return readings;
    }

    /** Whether anything of ESPI was there. */
    boolean isFeed() {
        return isFeed;
    }

    /** The last reading. */
    Reading reading() {
        return reading;
    }

    /** The unit that the block of the last reading tells itself, which is not usual; else empty. */
    String blockUnit() {
        return blockUnit;
    }

    /** The links of the last entry, as far as they were gone through. */
    FeedLinks links() {
        return links;
    }

    /** What the last entry holds, but for blocks. */
    List<Resource> resources() {
        return resources;
    }

    Nodes.Damage damage() {
        return nodes.damage();
    }

    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
