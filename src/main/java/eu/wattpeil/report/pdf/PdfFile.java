package eu.wattpeil.report.pdf;

/** A PDF. */
public final class PdfFile {

    private final byte[] bytes;
    private final int pages;

    PdfFile(byte[] bytes, int pages) {
        this.bytes = bytes;
        this.pages = pages;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** How many pages it has. */
    public int pages() {
        return pages;
    }
}
