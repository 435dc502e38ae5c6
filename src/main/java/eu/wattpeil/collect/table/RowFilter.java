package eu.wattpeil.collect.table;

import com.google.re2j.Pattern;
import eu.wattpeil.collect.bytes.ByteTable;
import eu.wattpeil.collect.bytes.Rows;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a definition passes over, by {@code ignore-rows-without}, {@code only}, {@code not}.
 */
final class RowFilter {

    private final int[] needed;
    private final Test[] tests;
    private final MissingWords missing;
    private final Charset charset;

    RowFilter(RowConditions conditions, Header header, Charset charset, MissingWords missing) {
        this.missing = missing;
        this.charset = charset;
        needed = positions(conditions.needed(), header);
        tests =
                conditions.conditions().stream()
                        .map(condition -> test(condition, header, charset))
                        .toArray(Test[]::new);
    }

    /** A condition for the rows of a document. */
    private record Test(
            int field, ByteTable texts, Optional<Pattern> expression, boolean isExcluding) {}

    /** Whether no row is passed over. */
    boolean isNone() {
        return needed.length == 0 && tests.length == 0;
    }

    boolean isPassedOver(Rows row) {
        for (int field : needed) {
            if (missing.isMissing(row, field)) {
                return true;
            }
        }
        for (Test test : tests) {
            if (fits(row, test) == test.isExcluding()) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Rows row, Test test) {
        int field = test.field();
        if (field >= row.fields()) {
            return false;
        }
        return test.texts().find(row.bytes(), row.from(field), row.to(field)) >= 0
                || test.expression().isPresent()
                        && test.expression().get().matcher(text(row, field)).matches();
    }

    private String text(Rows row, int field) {
        return new String(row.bytes(), row.from(field), row.to(field) - row.from(field), charset);
    }

    private static int[] positions(List<ColumnRef> columns, Header header) {
        return columns.stream()
                .mapToInt(column -> column.position(header.names(), header.width()))
                .toArray();
    }

    private static Test test(Condition condition, Header header, Charset charset) {
        return new Test(
                condition.column().position(header.names(), header.width()),
                table(condition.texts(), charset),
                condition.expression(),
                condition.isExcluding());
    }

    private static ByteTable table(Set<String> texts, Charset charset) {
        ByteTable table = new ByteTable();
        for (String text : texts) {
            table.add(text.strip(), charset);
        }
        return table;
    }
}
