package eu.wattpeil.collect;

import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the jobs of each printer that print logs name, known or not. What stands in a printer's
 * place may be a user's name: it is for the eyes of whoever may read the logs, and never written.
 */
public final class PrinterCount implements Records {

    private static final int MAX_NAMES = 100_000;

    private final RowBlock rows;
    private final int printer;
    private final Map<Text, Long> jobs = new HashMap<>();

    private PrinterCount(Intake intake) {
        rows = new RowBlock(intake.dataset(), 1);
        printer = intake.dataset().index("printer_id");
    }

    /** The jobs in all documents of a definition within reach, by the name of their printer. */
    public static Map<String, Long> of(Intake intake, Reach reach) throws IOException {
        PrinterCount count = new PrinterCount(intake);
        for (Document document : intake.source().known(reach).documents()) {
            if (document.content().damage().isPresent()) {
                continue;
            }
            for (Format.Piece piece : intake.format().pieces(document)) {
                piece.read(count);
            }
        }
        Map<String, Long> jobs = new TreeMap<>();
        count.jobs.forEach((name, number) -> jobs.put(name.toString(), number));
        return jobs;
    }

    @Override
    public RowBlock rows() {
        return rows;
    }

    @Override
    public void accept(long line) {
        boolean isRoom = jobs.size() < MAX_NAMES;
        if (!rows.isOpenNull(printer) && isRoom) {
            jobs.merge(rows.text(printer, rows.rows()), 1L, Long::sum);
        }
        rows.clearRow();
    }

    @Override
    public void reject(Reject reject) {
        rows.clearRow();
    }
}
