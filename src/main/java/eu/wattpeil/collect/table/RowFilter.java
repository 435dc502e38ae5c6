package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.ByteTable;
import eu.wattpeil.collect.bytes.Rows;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows a definition passes over, by {@code ignore-rows-without} and {@code only}. */
final class RowFilter {

    private final int[] needed;
    private final int[] columns;
    private final ByteTable[] wanted;
    private final MissingWords missing;

    RowFilter(TableSettings settings, Header header, Charset charset, MissingWords missing) {
        this.missing = missing;
        needed =
                settings.ignoreRowsWithout().stream()
                        .mapToInt(column -> column.position(header.names(), header.width()))
                        .toArray();
        List<Map.Entry<ColumnRef, Set<String>>> filtered = List.copyOf(settings.only().entrySet());
        columns = new int[filtered.size()];
        wanted = new ByteTable[filtered.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = filtered.get(i).getKey().position(header.names(), header.width());
            wanted[i] = table(filtered.get(i).getValue(), charset);
        }
    }

    boolean isPassedOver(Rows row) {
        for (int field : needed) {
            if (missing.isMissing(row, field)) {
                return true;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            int field = columns[i];
            if (field >= row.fields()
                    || wanted[i].find(row.bytes(), row.from(field), row.to(field)) < 0) {
                return true;
            }
        }
        return false;
    }

    private static ByteTable table(Set<String> texts, Charset charset) {
        ByteTable table = new ByteTable();
        for (String text : texts) {
            table.add(text.strip(), charset);
        }
        return table;
    }
}
