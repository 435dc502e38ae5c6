package eu.wattpeil.kpi.edition;

import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.FileBundle;
import eu.wattpeil.workspace.UsedFiles;

/** Puts back what editions were made from, where it is there elsewhere. */
public final class EditionRepair {

    private final Store store;

    public EditionRepair(Store store) {
        this.store = store;
    }

    /** Keeps files of that fingerprint in the place of what is damaged there. */
    public void keepAgain(UsedFiles used, String id) {
        for (FileBundle files : new FileBundle[] {used.own(), used.packaged()}) {
            if (files.id().equals(id)) {
                store.writeBytes(Kept.bundleFile(id), files.packed());
            }
        }
    }
}
