package eu.wattpeil.store;

/** A table's file that is written aside and then put in place. */
final class StagedTableFile implements TableFile {

    private static final int BLOCK_ROWS = 1024;

    private final StoreFiles files;
    private final String staged;
    private final String target;
    private final ParquetFile parquet;
    private final RowBlock block;
    private boolean isFinished;

    StagedTableFile(StoreFiles files, Dataset table, String staged, String target, Origin origin) {
        this.files = files;
        this.staged = staged;
        this.target = target;
        this.parquet = new ParquetFile(files, staged, table, origin);
        this.block = new RowBlock(table, BLOCK_ROWS);
    }

    @Override
    public RowBlock rows() {
        return block;
    }

    @Override
    public void closeRow() {
        block.closeRow();
        if (block.isFull()) {
            flush();
        }
    }

    @Override
    public StoredFile commit() {
        flush();
        parquet.finish();
        isFinished = true;
        files.move(staged, target);
        files.syncFolderOf(target);
        return parquet.stored(target);
    }

    @Override
    public void close() {
        if (!isFinished) {
            isFinished = true;
            parquet.abandon();
            files.remove(staged);
        }
    }

    private void flush() {
        parquet.write(block, 0, block.rows());
        block.clear();
    }
}
