package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.TableFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** The months of materialised models: those that a computation looks at, and its own. */
interface Parts {

    /** A session that reaches them and the store. The caller closes it. */
    Session open(Engine engine, ZoneId zone);

    /** The files of a model in some months, of those that have one. */
    List<Path> files(String model, Collection<YearMonth> months);

    /** Starts the own month of a model. */
    TableFile create(Dataset table, String model, YearMonth month);
}
