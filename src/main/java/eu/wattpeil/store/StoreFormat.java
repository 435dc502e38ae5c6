package eu.wattpeil.store;

/** In which format a store is: how what is in it is to be understood. */
final class StoreFormat {

    /** Where it stands; a store without it is older than it, or new. */
    static final String FILE = ".format";

    /** Raised where a store may hold what an older program would take for something else. */
    static final int NEWEST = 2;

    /** Of a store without packs, which programs of that format read as well. */
    private static final int WITHOUT_PACKS = 1;

    private final StoreFiles files;
    private volatile boolean isUnderstood;

    StoreFormat(StoreFiles files) {
        this.files = files;
    }

    /** Whether it was ever noted. */
    boolean isThere() {
        return files.read(FILE).isPresent();
    }

    /** Whether there may be packs. */
    boolean hasPacks() {
        return files.read(FILE).map(String::strip).filter(("" + NEWEST)::equals).isPresent();
    }

    /** From now on a store has one. */
    void note() {
        if (!hasPacks()) {
            files.putInPlace(FILE, WITHOUT_PACKS + "\n");
        }
    }

    /** From now on there may be packs. */
    void notePacks() {
        files.putInPlace(FILE, NEWEST + "\n");
    }

    /**
     * Looks once.
     *
     * @throws StoreException where the store was made by a newer version
     */
    void requireUnderstood() {
        if (isUnderstood) {
            return;
        }
        String text = files.read(FILE).map(String::strip).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw StoreException.damaged(
                    files.path(FILE),
                    "the file is damaged",
                    "the number of the store's format",
                    "remove it where no newer version of Wattpeil has run on this store",
                    null);
        }
        if (Integer.parseInt(text) > NEWEST) {
            throw StoreException.damaged(
                    files.path(FILE),
                    "the store is of format " + text + ", made by a newer version of Wattpeil",
                    "format " + NEWEST + " or older",
                    "run that version, or restore a backup of the store from before it",
                    null);
        }
        isUnderstood = true;
    }
}
