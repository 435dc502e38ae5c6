package eu.wattpeil.collect.metering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of an entry in a feed, as paths: without the server, a query or slashes around. */
final class FeedLinks {

    private static final int MOST = 100;
    private static final int LONGEST = 1000;

    private final List<String> self = new ArrayList<>();
    private final List<String> up = new ArrayList<>();
    private final List<String> related = new ArrayList<>();

    /** Forgets all. */
    void clear() {
        self.clear();
        up.clear();
        related.clear();
    }

    /** Adds a link, whatever it is; those that no feed has are passed over. */
    void add(@Nullable String relation, @Nullable String href) {
        if (relation == null || href == null || href.length() > LONGEST || count() == MOST) {
            return;
        }
        switch (relation) {
            case "self" -> self.add(path(href));
            case "up" -> up.add(path(href));
            case "related" -> related.add(path(href));
            default -> {}
        }
    }

    /** How many there are. */
    int count() {
        return self.size() + up.size() + related.size();
    }

    /** Where the entry is; empty where it does not say so. */
    String self() {
        return self.isEmpty() ? "" : self.get(0);
    }

    /** What the entry is related to. */
    List<String> related() {
        return List.copyOf(related);
    }

    /** Where the entry is, and the list that it is in. */
    List<String> places() {
        List<String> places = new ArrayList<>(self);
        places.addAll(up);
        return places;
    }

    /** The path above another; empty at the top. */
    static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String path(String href) {
        String text = href.strip();
        int server = text.indexOf("://");
        int from = server < 0 ? 0 : text.indexOf('/', server + 3);
        int to = text.length();
        for (char end : new char[] {'?', '#'}) {
            int at = text.indexOf(end);
            to = at < 0 ? to : Math.min(to, at);
        }
        while (from >= 0 && from < to && text.charAt(from) == '/') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '/') {
            to--;
        }
        return from < 0 || from >= to ? "" : text.substring(from, to);
    }
}
