package eu.wattpeil.store.remote;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** The heads of a store: the last one is read, and one more is put after it. */
final class Heads {

    private static final int ATTEMPTS = 5;

    /** So many stay, that who has just listed them can still read one. */
    private static final int KEPT = 2;

    private final RemoteFolder folder;

    Heads(RemoteFolder folder) {
        this.folder = folder;
    }

    /** The last head; {@link Head#none()} where there is none yet. */
    Head last() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            TreeMap<String, Long> names = new TreeMap<>(folder.list(Head.FOLDER));
            if (names.isEmpty()) {
                return Head.none();
            }
            Optional<byte[]> bytes = folder.read(names.lastKey());
            if (bytes.isPresent()) {
                return parse(names.lastKey(), bytes.get());
            }
            // Heads were added so fast that this one is removed by now.
        }
        throw new IOException(Head.FOLDER + " changes too fast to be read");
    }

    private static Head parse(String name, byte[] bytes) throws IOException {
        try {
            Head head = Head.parse(bytes);
            if (name.equals(head.name())) {
                return head;
            }
            throw new IOException(name + " is another head");
        } catch (IllegalArgumentException damaged) {
            throw new IOException(name + ": " + damaged.getMessage(), damaged);
        }
    }

    /**
     * Puts a head after the last one.
     *
     * @return false where there is another one of its number, or was
     * @throws IOException where it is not known whether it is there
     */
    boolean append(Head head) throws IOException {
        byte[] bytes = head.bytes();
        if (!create(head.name(), bytes)) {
            return false;
        }
        // Of a number that was used and removed there is a later one.
        return new TreeMap<>(folder.list(Head.FOLDER)).lastKey().equals(head.name());
    }

    /** An answer that was lost is asked for again: the bytes tell whose object it is. */
    private boolean create(String name, byte[] bytes) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return folder.create(name, bytes)
                        || folder.read(name).filter(it -> Arrays.equals(it, bytes)).isPresent();
            } catch (IOException unknown) {
                if (attempt == ATTEMPTS) {
                    throw unknown;
                }
            }
        }
    }

    /** Removes those that nobody reads any more. */
    void prune() throws IOException {
        TreeMap<String, Long> names = new TreeMap<>(folder.list(Head.FOLDER));
        while (names.size() > KEPT) {
            folder.delete(names.pollFirstEntry().getKey());
        }
    }
}
