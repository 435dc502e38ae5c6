package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.tree.Nodes;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The links of the entries of a feed in their order. Where they may come after what is in an entry,
 * the same feed is read ahead to the end of each.
 */
final class LinksAhead implements Closeable {

    private final Optional<FeedScanner> ahead;

    /**
     * Of the feed that is opened once more, where that is needed.
     *
     * @param areLate whether some links come after what is in their entries
     */
    LinksAhead(Nodes.Opener opener, boolean areLate) throws IOException {
        ahead = areLate ? Optional.of(new FeedScanner(opener.open())) : Optional.empty();
    }

    /** All links of the entry that is open; those that are known where it breaks off. */
    FeedLinks of(FeedScanner scanner) throws IOException {
        if (ahead.isEmpty() || !scanner.isInEntry()) {
            return scanner.links();
        }
        FeedScanner further = ahead.get();
        while (true) {
            switch (further.next()) {
                case ENTRY -> {
                    if (further.entries() == scanner.entries()) {
                        return further.links();
                    }
                }
                case BROKEN, END -> {
                    return scanner.links();
                }
                case READING -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (ahead.isPresent()) {
            ahead.get().close();
        }
    }
}
