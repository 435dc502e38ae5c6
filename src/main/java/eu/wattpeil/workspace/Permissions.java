package eu.wattpeil.workspace;

import eu.wattpeil.disk.Access;

/**
 * Who may read the folders that Wattpeil writes. State and lock are always the owner's alone.
 *
 * @param store the Parquet store
 * @param reports the published reports
 */
public record Permissions(Access store, Access reports) {

    /** The store for the account that Wattpeil runs under, the reports for its group, too. */
    public static final Permissions DEFAULT = new Permissions(Access.OWNER, Access.GROUP);
}
