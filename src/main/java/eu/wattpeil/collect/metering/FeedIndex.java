package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.tree.Nodes;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a feed says of its blocks, wherever in it that stands: its MeterReadings and ReadingTypes,
 * by their places. It is found by reading the feed once.
 */
final class FeedIndex {

    /** No feed has more MeterReadings or ReadingTypes: what is kept is bounded. */
    private static final int MOST = 10_000;

    private static final String EXPECTED = "a feed of Green Button (ESPI)";
    private static final String BLOCKS = "/IntervalBlock";

    private final Map<String, Set<ReadingType>> types = new HashMap<>();
    private final Map<String, Set<String>> meterReadings = new LinkedHashMap<>();
    private final Map<String, Set<String>> meterReadingsByRelated = new HashMap<>();
    private final Map<String, String> services = new HashMap<>();
    private final Set<String> ownersOfBlocks = new LinkedHashSet<>();
    private Optional<Nodes.Damage> damage = Optional.empty();
    private boolean areLinksLate;
    private long readings;

    private FeedIndex() {}

    /** Reads a feed to its end, or to where it is broken. */
    static FeedIndex of(Nodes.Opener opener) throws IOException, UnusableDocumentException {
        FeedIndex index = new FeedIndex();
        try (FeedScanner scanner = new FeedScanner(opener.open())) {
            index.read(scanner);
        }
        return index;
    }

    private void read(FeedScanner scanner) throws IOException, UnusableDocumentException {
        long readingsBefore = 0;
        int linksAtReading = 0;
        boolean isAtEnd = false;
        while (!isAtEnd) {
            switch (scanner.next()) {
                case READING -> {
                    if (readings == readingsBefore) {
                        linksAtReading = scanner.links().count();
                    }
                    if (!scanner.isInEntry()) {
                        ownersOfBlocks.add("");
                    }
                    readings = scanner.readings();
                }
                case ENTRY -> {
                    if (readings > readingsBefore) {
                        areLinksLate |= scanner.links().count() > linksAtReading;
                        ownersOfBlocks.add(owner(scanner.links()));
                    }
                    readingsBefore = readings;
                    scanner.resources().forEach(resource -> take(resource, scanner.links()));
                    checkSize();
                }
                case BROKEN -> damage = Optional.of(scanner.damage());
                case END -> isAtEnd = true;
            }
        }
        if (!scanner.isFeed()) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT, EXPECTED, "XML of another kind");
        }
        if (readings == 0 && damage.isEmpty()) {
            throw new UnusableDocumentException(
                    Reason.EMPTY_DOCUMENT, "readings (IntervalReading)", "none there");
        }
    }

    private void take(FeedScanner.Resource resource, FeedLinks links) {
        String self = links.self();
        switch (resource.kind()) {
            case "ReadingType" ->
                    types.computeIfAbsent(self, path -> new HashSet<>())
                            .add(new ReadingType(Map.copyOf(resource.fields())));
            case "UsagePoint" -> services.put(self, resource.fields().getOrDefault("kind", ""));
            case "MeterReading" -> {
                meterReadings
                        .computeIfAbsent(self, path -> new TreeSet<>())
                        .addAll(links.related());
                for (String related : links.related()) {
                    meterReadingsByRelated
                            .computeIfAbsent(related, path -> new HashSet<>())
                            .add(self);
                }
            }
            default -> {}
        }
    }

    private void checkSize() throws UnusableDocumentException {
        int most = Math.max(types.size(), Math.max(meterReadings.size(), ownersOfBlocks.size()));
        if (Math.max(most, services.size()) > MOST) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT, EXPECTED + " of at most " + MOST + " meters", "more");
        }
    }

    /** Where a block is, but for the list of blocks it is in. */
    private static String owner(FeedLinks links) {
        for (String place : links.places()) {
            int at = place.lastIndexOf(BLOCKS);
            if (at >= 0) {
                return place.substring(0, at);
            }
        }
        return "";
    }

    /** Why the feed cannot be read to its end; empty where it can. */
    Optional<Nodes.Damage> damage() {
        return damage;
    }

    /** Whether some blocks come before the links of their entries. */
    boolean areLinksLate() {
        return areLinksLate;
    }

    /** The places of all MeterReadings; those that only blocks name, where there is no other. */
    Set<String> places() {
        return meterReadings.isEmpty() && damage.isEmpty()
                ? ownersOfBlocks
                : meterReadings.keySet();
    }

    /** The place of the MeterReading to which blocks with these links belong. */
    Optional<String> placeOf(FeedLinks links) {
        Set<String> places = places();
        for (String place : links.places()) {
            for (String path = place; !path.isEmpty(); path = FeedLinks.above(path)) {
                if (places.contains(path)) {
                    return Optional.of(path);
                }
            }
        }
        for (String related : links.related()) {
            if (places.contains(related)) {
                return Optional.of(related);
            }
        }
        for (String place : links.places()) {
            Set<String> naming = meterReadingsByRelated.getOrDefault(place, Set.of());
            if (naming.size() == 1) {
                return naming.stream().findFirst();
            }
        }
        return places.size() == 1 && damage.isEmpty()
                ? places.stream().findFirst()
                : Optional.empty();
    }

    /**
     * The types that a MeterReading may have: one where the feed is right. Where none is told, all
     * that the feed has.
     */
    Set<ReadingType> typesOf(String place) {
        Set<ReadingType> found = new LinkedHashSet<>();
        for (String related : meterReadings.getOrDefault(place, Set.of())) {
            found.addAll(types.getOrDefault(related, Set.of()));
        }
        if (found.isEmpty() && !place.isEmpty()) {
            for (Map.Entry<String, Set<ReadingType>> type : types.entrySet()) {
                if (type.getKey().startsWith(place + "/")) {
                    found.addAll(type.getValue());
                }
            }
        }
        if (found.isEmpty() && damage.isEmpty()) {
            types.values().forEach(found::addAll);
        }
        return found;
    }

    /** What a MeterReading's connection is of (0 is electricity); empty where that is not told. */
    String serviceOf(String place) {
        for (String path = place; !path.isEmpty(); path = FeedLinks.above(path)) {
            if (services.containsKey(path)) {
                return services.get(path);
            }
        }
        List<String> kinds = services.values().stream().distinct().toList();
        return kinds.size() == 1 && damage.isEmpty() ? kinds.get(0) : "";
    }
}
