package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import java.util.Optional;

/** Definitions without a file. */
final class TestIntake {

    static final String READING = "0".repeat(16);

    private TestIntake() {}

    /** One that is read by a format of the test's own. */
    static Intake of(String name, Dataset dataset, Format format) {
        return of(name, dataset, NoSource.NONE, format, READING);
    }

    static Intake of(String name, Dataset dataset, Source source, Format format, String reading) {
        String file = "jobs/collect/" + name + ".yaml";
        Definition definition =
                new Definition(
                        name,
                        dataset.name(),
                        new Place(file, 1),
                        "delimited",
                        new Place(file, 2),
                        Optional.empty(),
                        Section.empty(file, new Problems()),
                        Optional.empty(),
                        Section.empty(file, new Problems()),
                        0.01);
        return new Intake(definition, dataset, source, format, FormatCases.ANY_PRINTER, reading);
    }
}
