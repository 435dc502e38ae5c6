package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file that says from which month on the records of datasets are kept. One rename takes the
 * months before it out: from then on nobody misses their files, which are removed after it.
 */
final class KeptFile {

    static final String FILE = ".kept-from";

    private final StoreFiles files;

    KeptFile(StoreFiles files) {
        this.files = files;
    }

    /**
     * By dataset; none for those of which all is kept.
     *
     * @throws StoreException where a line cannot be read
     */
    Map<String, KeptFrom> read() {
        Map<String, KeptFrom> months = new TreeMap<>();
        for (String line : files.read(FILE).orElse("").lines().toList()) {
            KeptFrom kept =
                    KeptFrom.parse(line)
                            .orElseThrow(
                                    () ->
                                            StoreException.damaged(
                                                    files.path(FILE),
                                                    "the file is damaged",
                                                    "a line for each dataset of which records were"
                                                            + " removed",
                                                    "restore it from a backup",
                                                    null));
            months.put(kept.dataset(), kept);
        }
        return months;
    }

    /** The file with some months; what is no longer kept does not come back. */
    static String text(Map<String, KeptFrom> before, List<KeptFrom> now) {
        Map<String, KeptFrom> months = new TreeMap<>(before);
        now.forEach(
                kept ->
                        months.merge(
                                kept.dataset(),
                                kept,
                                (old, later) -> later.month().isAfter(old.month()) ? later : old));
        return months.values().stream().map(KeptFrom::line).collect(Collectors.joining());
    }

    /** The files of a row of the ledger that are still to be there. */
    static List<StoredFile> filesOf(LedgerRow row, Map<String, KeptFrom> months) {
        KeptFrom kept = months.get(row.dataset());
        if (kept == null) {
            return row.files();
        }
        List<StoredFile> left = new ArrayList<>(row.files());
        left.removeIf(
                file ->
                        StoreLayout.monthOf(file.file())
                                .filter(month -> month.isBefore(kept.month()))
                                .isPresent());
        boolean hasLost = left.size() < row.files().size();
        boolean hasRows =
                left.stream().anyMatch(file -> StoreLayout.monthOf(file.file()).isPresent());
        return hasLost && !hasRows ? List.of() : left;
    }
}
