package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.ByteTable;
import eu.wattpeil.collect.bytes.Rows;
import java.nio.charset.Charset;
import java.util.List;

/** The texts that stand for no value, beside the empty one. */
final class MissingWords {

    private final ByteTable words = new ByteTable();

    MissingWords(List<String> texts, Charset charset) {
        for (String text : texts) {
            words.add(text.strip(), charset);
        }
    }

    /** Whether the row lacks the field, or has no value in it. */
    boolean isMissing(Rows row, int field) {
        return row.isEmpty(field) || isMissing(row.bytes(), row.from(field), row.to(field));
    }

    /** Whether these bytes are no value. */
    boolean isMissing(byte[] bytes, int from, int to) {
        return from == to || words.size() > 0 && words.find(bytes, from, to) >= 0;
    }
}
