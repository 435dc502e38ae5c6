package eu.wattpeil.store;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;

/**
 * An immutable UTF-8 text as the store keeps it.
 *
 * <p>Meant to be shared: a reader makes one for each different text of a document and hands the
 * same one over for every row, so that no row costs a text.
 */
public final class Text {

    private final Binary binary;

    private Text(Binary binary) {
        this.binary = binary;
    }

    public static Text of(String text) {
        return new Text(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)));
    }

    Binary binary() {
        return binary;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && binary.equals(text.binary);
    }

    @Override
    public int hashCode() {
        return binary.hashCode();
    }

    @Override
    public String toString() {
        return binary.toStringUsingUTF8();
    }
}
