package eu.wattpeil.collect.snmp;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.RowBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a poll becomes, in words, without being kept.
 *
 * @param lines a row each: the meter or printer, and what it says
 * @param rejects a value each that cannot be used
 */
public record PollPreview(List<String> lines, List<String> rejects) {

    private static final int DECIMALS = 3;

    public PollPreview {
        lines = List.copyOf(lines);
        rejects = List.copyOf(rejects);
    }

    /** Reads a poll of one of these kinds. */
    public static PollPreview of(Poll poll, DeviceKinds kinds) {
        String table = kinds.named(poll.kind()).map(DeviceKind::dataset).orElse("");
        Dataset dataset = Datasets.named(table).orElse(Datasets.METER_READINGS);
        Rows rows = new Rows(dataset);
        new PollRows(dataset, kinds, rows).put(poll, 1);
        return new PollPreview(rows.lines, rows.rejects);
    }

    private static final class Rows implements Records {

        private final Dataset dataset;
        private final RowBlock block;
        private final List<String> lines = new ArrayList<>();
        private final List<String> rejects = new ArrayList<>();

        Rows(Dataset dataset) {
            this.dataset = dataset;
            block = new RowBlock(dataset, 1);
        }

        @Override
        public RowBlock rows() {
            return block;
        }

        @Override
        public void accept(long line) {
            lines.add(
                    dataset.equals(Datasets.METER_READINGS)
                            ? String.format(
                                    "%s  %s %s  %s %s",
                                    text("meter_key"),
                                    text("quantity"),
                                    text("kind"),
                                    value().stripTrailingZeros().toPlainString(),
                                    unit())
                            : counters());
            block.clearRow();
        }

        private String counters() {
            StringBuilder line = new StringBuilder(text("printer_id"));
            for (int i = 0; i < dataset.columns().size(); i++) {
                boolean isCounter = dataset.columns().get(i).type() == ColumnType.INTEGER;
                if (isCounter && !block.isNull(i, 0)) {
                    line.append("  ").append(dataset.columns().get(i).name()).append(' ');
                    line.append(block.number(i, 0));
                }
            }
            return line.toString();
        }

        private String text(String column) {
            return block.text(dataset.index(column), 0).toString();
        }

        private BigDecimal value() {
            return BigDecimal.valueOf(block.number(dataset.index("value"), 0), DECIMALS);
        }

        private String unit() {
            boolean isTemperature = text("quantity").equals("temperature");
            return isTemperature ? "m°C" : text("kind").equals("power") ? "W" : "Wh";
        }

        @Override
        public void reject(Reject reject) {
            block.clearRow();
            rejects.add(reject.field() + ": expected " + reject.expected());
        }
    }
}
