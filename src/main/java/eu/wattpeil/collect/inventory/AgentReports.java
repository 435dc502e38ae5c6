package eu.wattpeil.collect.inventory;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.json.JsonFormat;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.tree.Nodes;
import eu.wattpeil.collect.xml.XmlFormat;
import eu.wattpeil.store.RowBlock;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reports of agents in a document, in JSON or in the older XML, one or several after the other.
 * An answer of {@code SNMPQUERY} holds a report for each device.
 */
final class AgentReports {

    private static final String ROOT = "request/";
    private static final String CONTENT = "content";
    private static final String DEVICE = "content/device";
    private static final String INFO = DEVICE + "/info/";
    private static final int LONGEST_TEXT = 1000;
    private static final String KINDS = "[a-z]{1,30}";

    private final Nodes nodes;
    private final Records records;
    private final Filler filler;
    private final Deque<String> places = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private AgentReport report = new AgentReport();
    private long reports;
    private boolean isGiven;
    private boolean isNothing = true;

    /** Fills the open row with what a report tells. */
    @FunctionalInterface
    interface Filler {

        /** Why there is no row, or null where there is one. */
        @Nullable Reject fill(AgentReport report, RowBlock rows, long line);
    }

    private AgentReports(Nodes nodes, Records records, Filler filler) {
        this.nodes = nodes;
        this.records = records;
        this.filler = filler;
    }

    /** Reads a document; whatever is not of this format is a reject. */
    static void read(Document document, Records records, Filler filler) throws IOException {
        try (Nodes nodes = opener(document).open()) {
            new AgentReports(nodes, records, filler).read();
        } catch (UnusableDocumentException unusable) {
            records.reject(unusable.reject());
        }
    }

    private static Nodes.Opener opener(Document document)
            throws IOException, UnusableDocumentException {
        return isXml(document) ? XmlFormat.nodes(document) : JsonFormat.nodes(document);
    }

    private static boolean isXml(Document document) throws IOException {
        try (InputStream in = document.open()) {
            int next = in.read();
            while (next >= 0 && next != '{' && next != '[' && next != '<') {
                next = in.read();
            }
            return next == '<';
        }
    }

    private void read() throws IOException {
        while (true) {
            switch (nodes.next()) {
                case OPEN -> open();
                case TEXT -> append(nodes.text());
                case CLOSE -> close();
                case BROKEN -> breakOff(nodes.damage());
                case END -> {
                    if (isNothing) {
                        records.reject(
                                Reject.document(Reason.EMPTY_DOCUMENT, "a report of an agent", ""));
                    }
                    return;
                }
            }
        }
    }

    private void open() {
        String place = placeOfOpened();
        boolean isListed = !places.isEmpty() && nodes.name().isEmpty();
        if (places.isEmpty()) {
            isGiven = false;
        }
        if (places.isEmpty() || isListed && place.isEmpty() || place.equals(DEVICE)) {
            report = new AgentReport();
        }
        isNothing = false;
        places.push(place);
        text.setLength(0);
        report.begin(place, isListed);
    }

    private String placeOfOpened() {
        String above = places.isEmpty() ? "" : places.peek();
        String name = nodes.name().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return above;
        }
        String place = above.isEmpty() ? name : above + "/" + name;
        return place.startsWith(ROOT) ? place.substring(ROOT.length()) : place;
    }

    private static String normal(String place) {
        if (place.startsWith(INFO)) {
            return CONTENT + "/network_device/" + place.substring(INFO.length());
        }
        return place.startsWith(DEVICE + "/") ? CONTENT + place.substring(DEVICE.length()) : place;
    }

    private void append(@Nullable String more) {
        if (more != null && text.length() < LONGEST_TEXT) {
            text.append(more, 0, Math.min(more.length(), LONGEST_TEXT));
        }
    }

    private void close() {
        String place = places.pop();
        if (text.length() > 0) {
            report.take(normal(place), text.toString());
            text.setLength(0);
        }
        boolean isItemOfRoot = place.isEmpty() && places.size() == 1;
        if (place.equals(DEVICE) || isItemOfRoot || places.isEmpty() && !isGiven) {
            isGiven = true;
            give();
        }
    }

    private void give() {
        reports++;
        long line = nodes.line() > 0 ? nodes.line() : reports;
        Reject reject = report.hasDevice() ? null : noDevice(line);
        boolean isSkipped = reject == null && report.isVirtual();
        if (isSkipped) {
            return;
        }
        if (reject == null) {
            reject = filler.fill(report, records.rows(), line);
        }
        if (reject == null) {
            records.accept(line);
        } else {
            records.reject(reject);
        }
    }

    private Reject noDevice(long line) {
        String kind = report.kind();
        return new Reject(
                line,
                "",
                Reason.NOT_THIS_FORMAT,
                "the inventory of a device (action inventory or netinventory, in XML QUERY INVENTORY"
                        + " or an SNMPQUERY with DEVICE)",
                kind.matches(KINDS) ? kind : "");
    }

    private void breakOff(Nodes.Damage damage) {
        places.clear();
        text.setLength(0);
        Reason broken = damage.isCutOff() ? Reason.DAMAGED_DOCUMENT : Reason.MALFORMED_ROW;
        records.reject(
                new Reject(
                        nodes.line(),
                        "",
                        isNothing ? Reason.NOT_THIS_FORMAT : broken,
                        isNothing ? "the report of an agent in JSON or XML" : damage.expected(),
                        damage.found()));
        isNothing = false;
    }
}
