package eu.wattpeil.store;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the ledger's rows. It is listed again only where it is not as it was: thousands of
 * names take longer to list than all else that a run with nothing to do asks of them.
 */
final class LedgerFolder {

    private static final String FOLDER = Datasets.DOCUMENTS.name();

    private final StoreFiles files;
    private final Clock clock;
    private volatile @Nullable Listing last;

    /**
     * @param clock tells how long ago the folder changed
     */
    LedgerFolder(StoreFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The names that were in the folder after it had last changed. */
    private record Listing(FileTime changed, List<LedgerName> names) {}

    /**
     * The names of all rows, in order of arrival.
     *
     * @throws StoreException where a file is no row
     */
    List<LedgerName> names() {
        Optional<FileTime> changed =
                files.attributes(FOLDER).map(BasicFileAttributes::lastModifiedTime);
        Listing known = last;
        if (known != null && changed.filter(known.changed()::equals).isPresent()) {
            return known.names();
        }
        List<LedgerName> names = listed();
        if (changed.filter(it -> LedgerMemory.isSettled(it, clock.instant())).isPresent()) {
            last = new Listing(changed.get(), names);
        }
        return names;
    }

    private List<LedgerName> listed() {
        List<LedgerName> names = new ArrayList<>();
        for (String file : files.names(FOLDER)) {
            if (StoreLayout.isTableFile(file)) {
                names.add(LedgerName.parse(file).orElseThrow(() -> noRow(file)));
            }
        }
        names.sort(LedgerName.ORDER);
        return List.copyOf(names);
    }

    private StoreException noRow(String file) {
        return StoreException.damaged(
                files.path(FOLDER + "/" + file),
                "the file is no row of the ledger",
                LedgerName.EXPECTED,
                "move it out of the store",
                null);
    }
}
