package eu.wattpeil.collect.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedOptionsTest {

    @TempDir private Path folder;

    @Test
    void acceptsAWholeDefinition() throws IOException {
        assertThat(
                        problems(
                                """
                                delimiter: tab
                                decimal: ","
                                thousands: "."
                                charset: windows-1252
                                skip-lines: 2
                                zone: Europe/Brussels
                                repeated-hour: interleaved
                                missing: ["-", n/a]
                                ignore-rows-without: Tijd
                                only: {Eenheid: [kWh, KWH]}
                                interval: PT15M
                                stamp: end
                                columns:
                                  meter_key: Meter
                                  measured_at: {columns: [Datum, Tijd], pattern: dd-MM-yyyy HH:mm}
                                  value: {column: Stand, unit: kWh, kind: interval, factor: 0.001}
                                  quality: {column: Status, values: {A: measured, E: estimated, "": ""}}
                                constants: {quantity: electricity}
                                """))
                .isEmpty();
    }

    @Test
    void namesEveryProblemAtOnceWithItsLine() throws IOException {
        assertThat(
                        problems(
                                """
                                delimiter: ";;"
                                decimal: ";"
                                thousands: "_"
                                charset: utf-99
                                zone: Europe/Brussel
                                skip-lines: -1
                                columns:
                                  mesured_at: Tijd
                                  value: {colum: Stand, unit: kW, kind: counter}
                                constants: {quantity: electricty}
                                """))
                .containsExactly(
                        "x.yaml:1: delimiter is \";;\", expected one character of ASCII, or tab",
                        "x.yaml:2: decimal is \";\", expected \".\" or \",\"",
                        "x.yaml:3: thousands is \"_\", expected one sign between groups of three"
                                + " digits: . or , or ' or a blank",
                        "x.yaml:4: charset is \"utf-99\", expected a charset such as UTF-8, UTF-16LE"
                                + " or windows-1252",
                        "x.yaml:5: zone is \"Europe/Brussel\", expected a zone such as Europe/Brussels",
                        "x.yaml:6: skip-lines is -1, expected 0 or more",
                        "x.yaml:7: columns is without measured_at, expected it because"
                                + " meter_readings needs it",
                        "x.yaml:7: columns is without meter_key, expected it because"
                                + " meter_readings needs it",
                        "x.yaml:8: columns is with \"mesured_at\", which meter_readings has not, did"
                                + " you mean \"measured_at\"?",
                        "x.yaml:9: unknown key \"colum\", did you mean \"column\"?",
                        "x.yaml:9: value is with no column, expected one of column, any-of,"
                                + " columns, sum, product, document-name",
                        "x.yaml:10: quantity is \"electricty\", did you mean \"electricity\"?");
    }

    @Test
    void asksForTheTextsOfTheRowsToRead() throws IOException {
        String definition =
                """
                only: {Unit: %s}
                columns:
                  meter_key: Meter
                  measured_at: Time
                  value: {column: V, unit: kWh, kind: counter}
                constants: {quantity: electricity}
                """;

        assertThat(problems(definition.formatted("kWh"))).isEmpty();
        assertThat(problems(definition.formatted("[kWh, Wh]"))).isEmpty();
        for (String nothing : List.of("", "[]")) {
            assertThat(problems(definition.formatted(nothing)))
                    .containsExactly(
                            "x.yaml:1: only is with \"Unit\" without a text, expected the texts of"
                                    + " the rows to read, such as only: {Unit: [kWh, Wh]}");
        }
        assertThat(problems(definition.formatted("{is: kWh}")))
                .containsExactly(
                        "x.yaml:1: matches is missing, expected it here",
                        "x.yaml:1: unknown key \"is\", expected one of matches");
        assertThat(problems(definition.formatted("{matches: \"[\"}")))
                .containsExactly(
                        "x.yaml:1: matches is \"[\", expected a regular expression without"
                                + " look-arounds and back-references");
    }

    @Test
    void namesThePlaceOfWhatIsWrongWithARecord() throws IOException {
        assertThat(
                        problems(
                                """
                                interval: PT15M
                                stamp: end
                                columns:
                                  measured_at: T
                                  value: {unit: kWh, kind: interval}
                                constants: {quantity: electricity}
                                records:
                                  - columns: {value: {column: A}}
                                    constants: {meter_key: a}
                                    not: {Kind: }
                                  - columns:
                                      value: {column: B, unit: kW}
                                    constants: {meter_key: b}
                                  - columns: {value: {colum: C, kind: power, unit: W}}
                                    constants: {quantity: watr}
                                    onyl: {Kind: x}
                                """))
                .containsExactly(
                        "x.yaml:10: not is with \"Kind\" without a text, expected the texts of the"
                                + " rows to pass over, such as not: {Meter: Total}",
                        "x.yaml:12: unit is kW for quantity electricity and kind interval, expected"
                                + " one of Wh, kWh, MWh, GWh, J, kJ, MJ, GJ",
                        "x.yaml:14: columns is without meter_key, expected it because"
                                + " meter_readings needs it",
                        "x.yaml:14: unknown key \"colum\", did you mean \"column\"?",
                        "x.yaml:14: value is with no column, expected one of column, any-of,"
                                + " columns, sum, product, document-name",
                        "x.yaml:15: quantity is \"watr\", did you mean \"water\"?",
                        "x.yaml:16: unknown key \"onyl\", did you mean \"only\"?");
    }

    @Test
    void refusesRecordsThatDoNotGoTogetherWithTheRest() throws IOException {
        String columns =
                "columns: {measured_at: T, meter_key: M, value: {column: V, unit: W, kind:"
                        + " power}}\nconstants: {quantity: electricity}\n";

        assertThat(problems(columns + "records: []\n"))
                .containsExactly("x.yaml:3: records is without an entry, expected at least one");
        assertThat(problems(columns + "interval: PT1H\nstamp: end\nrecords: [{only: {A: b}}]\n"))
                .containsExactly(
                        "x.yaml:3: interval is given, but no record is of kind interval, expected"
                                + " it for these only");
        assertThat(problems(columns + "records: {only: {A: b}}\n"))
                .contains("x.yaml:3: records is a section, expected a list");
    }

    @Test
    void refusesSourcesThatDoNotGoTogether() throws IOException {
        assertThat(
                        readings(
                                "value: {sum: [A], column: B, needs: some, separator: x, unit: W,"
                                        + " kind: power}",
                                "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: needs is \"some\", expected one of all, any",
                        "x.yaml:4: separator is given without columns, expected both or none",
                        "x.yaml:4: sum is of 1 columns, expected two or more, as a list",
                        "x.yaml:4: value is with column and sum, expected one of column, any-of,"
                                + " columns, sum, product, document-name");
        assertThat(
                        readings(
                                "value: {column: V, optional: true, range: {separator: \"-\", part:"
                                        + " middle}, unit: W, kind: power}",
                                "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: optional is given for value, which meter_readings needs, expected"
                                + " it for other columns only",
                        "x.yaml:4: part is \"middle\", expected one of end, start");
    }

    @Test
    void refusesHashesAndCategoriesWhereTheyMeanNothing() throws IOException {
        assertThat(
                        problems(
                                """
                                columns:
                                  observed_on: {column: Day, hash: true}
                                  device_id: {any-of: [Serial, SN], hash: true, values: {a: b}}
                                  status: {column: Status, hash: true}
                                  model: {column: Type, device-categories: true}
                                """,
                                Datasets.DEVICES))
                .containsExactly(
                        "x.yaml:2: hash is given for observed_on, which is a date, expected it for"
                                + " texts without codes only",
                        "x.yaml:3: hash is given with values, expected one of them",
                        "x.yaml:4: hash is given for status, which is a text, expected it for texts"
                                + " without codes only",
                        "x.yaml:5: device-categories is given for model, which is a text, expected"
                                + " it for category only");
    }

    @Test
    void checksTimesAsHeaders() throws IOException {
        assertThat(
                        problems(
                                """
                                layout: wide
                                wide: {times: iso, step: PT1H}
                                columns:
                                  meter_key: M
                                  measured_at: T
                                  value: {unit: kWh, kind: interval}
                                constants: {quantity: electricity}
                                """))
                .containsExactly(
                        "x.yaml:2: step is given with times, expected times alone (and the option"
                                + " interval where the values are of intervals)",
                        "x.yaml:5: measured_at is given with wide: {times: …}, expected the headers"
                                + " to be the times",
                        "x.yaml:6: kind is interval, expected the option interval (such as PT15M) or"
                                + " the column started_at");
    }

    @Test
    void findsTheStepOfNamedValueColumnsInTheHeader() throws IOException {
        String definition =
                """
                layout: wide
                stamp: start
                wide: {%s}
                columns:
                  meter_key: Meter
                  measured_at: Day
                  value: {unit: kWh, kind: interval}
                constants: {quantity: electricity}
                """;

        assertThat(problems(definition.formatted("columns: \"HH:mm\""))).isEmpty();
        assertThat(problems(definition.formatted("first: kWh_1, step: PT30M, count: 48")))
                .isEmpty();
        assertThat(problems(definition.formatted("first: kWh_1")))
                .containsExactly("x.yaml:3: step is missing, expected it here");
    }

    @Test
    void refusesAUnitThatDoesNotFitTheKind() throws IOException {
        assertThat(readings("value: {column: V, unit: kW, kind: counter}", "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: unit is kW for quantity electricity and kind counter, expected one"
                                + " of Wh, kWh, MWh, GWh, J, kJ, MJ, GJ");
        assertThat(readings("value: {column: V, unit: kWh, kind: power}", "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: unit is kWh for quantity electricity and kind power, expected one of"
                                + " W, kW, MW");
        assertThat(readings("value: {column: V, unit: L, kind: power}", "quantity: water"))
                .containsExactly(
                        "x.yaml:4: unit is L for quantity water and kind power, expected kind counter"
                                + " or interval for water");
        assertThat(readings("value: {column: V, unit: m3, kind: counter}", "quantity: gas"))
                .containsExactly(
                        "x.yaml:4: unit is m3 for quantity gas and kind counter, expected one of Wh,"
                                + " kWh, MWh, GWh, J, kJ, MJ, GJ (gas is kept as energy: unit: kWh and"
                                + " the kWh of one m³ as factor; or quantity: natural_gas)");
    }

    @Test
    void asksForTheUnitAndTheKindOfTheValue() throws IOException {
        assertThat(readings("value: V", "quantity: electricity"))
                .containsExactly(
                        "x.yaml:1: columns is without kind, expected it because meter_readings needs"
                                + " it",
                        "x.yaml:4: value is without unit, expected {column: …, unit: kWh, kind:"
                                + " counter}");
        assertThat(readings("value: {column: V, kind: counter}", "quantity: electricity"))
                .containsExactly("x.yaml:4: value is without unit, expected one, such as kWh");
        assertThat(readings("value: {column: V, unit: kWh, kind: TODO}", "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: kind is \"TODO\", expected one of counter, interval, power");
    }

    @Test
    void asksWhatTheTimeOfAnIntervalMeans() throws IOException {
        String value = "value: {column: V, unit: kWh, kind: interval}";

        assertThat(readings(value, "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: kind is interval, expected the option interval (such as PT15M) or"
                                + " the column started_at");
        assertThat(readings(value, "quantity: electricity", "interval: PT15M"))
                .containsExactly(
                        "x.yaml:6: stamp is missing, expected start or end: what the time of a value"
                                + " is of its interval");
        assertThat(readings(value, "quantity: electricity", "interval: 15 min", "stamp: end"))
                .containsExactly(
                        "x.yaml:6: interval is \"15 min\", expected an ISO-8601 duration above 0, such"
                                + " as PT15M or P1D",
                        "x.yaml:7: stamp is given without interval, expected both or none");
    }

    @Test
    void refusesAnIntervalForACounter() throws IOException {
        assertThat(
                        readings(
                                "value: {column: V, unit: kWh, kind: counter}",
                                "quantity: electricity",
                                "interval: PT15M",
                                "stamp: end"))
                .containsExactly(
                        "x.yaml:6: interval is given for kind counter, expected it for kind interval"
                                + " only");
    }

    @Test
    void refusesOptionsThatDoNotFitTheTypeOfAColumn() throws IOException {
        assertThat(
                        readings(
                                "value: {column: V, unit: kWh, kind: counter, pattern: iso, present:"
                                        + " true}",
                                "quantity: electricity"))
                .containsExactly(
                        "x.yaml:4: pattern is given for value, which is a decimal, expected it for"
                                + " dates and times only",
                        "x.yaml:4: present is given for value, which is a decimal, expected it for"
                                + " true or false only");
    }

    @Test
    void refusesCodesThatTheDatasetHasNot() throws IOException {
        assertThat(
                        readings(
                                "value: {column: V, unit: kWh, kind: counter}\n"
                                        + "  quality: {column: Q, values: {A: mesured}}",
                                "quantity: electricity"))
                .containsExactly("x.yaml:5: quality is \"mesured\", did you mean \"measured\"?");
    }

    @Test
    void refusesAPatternThatIsNone() throws IOException {
        assertThat(
                        problems(
                                """
                                columns:
                                  meter_key: M
                                  measured_at: {column: T, pattern: "HH:mm"}
                                  value: {column: V, unit: kWh, kind: counter}
                                constants: {quantity: electricity}
                                """))
                .containsExactly(
                        "x.yaml:3: pattern is \"HH:mm\", expected iso, epoch-seconds,"
                                + " epoch-milliseconds or letters for a date, such as dd/MM/yyyy"
                                + " HH:mm");
    }

    @Test
    void refusesNumbersOfIntervalsWithoutTheirLengthAndTextsBesideASum() throws IOException {
        assertThat(
                        problems(
                                """
                                interval: P1D
                                stamp: end
                                columns:
                                  meter_key: M
                                  measured_at: {columns: [D, H], pattern: dd/MM/yyyy interval-number}
                                  value: {sum: [V, W], unit: kWh, kind: interval, after: kWh}
                                constants: {quantity: electricity}
                                """))
                .containsExactly(
                        "x.yaml:5: pattern is with interval-number, expected it for measured_at, in"
                                + " layout long, with the option interval as hours, minutes or"
                                + " seconds (such as PT1H)",
                        "x.yaml:6: after is given for value, which is a decimal, expected it for a"
                                + " number of one column only");
    }

    @Test
    void refusesHeaderTextsWithoutAHeader() throws IOException {
        assertThat(
                        readings(
                                "value: {column: 3, unit: kWh, kind: counter}",
                                "quantity: electricity",
                                "header: false"))
                .containsExactly(
                        "x.yaml:6: header is false, but columns are named \"M\", \"T\", expected"
                                + " numbers from 1");
    }

    @Test
    void checksTheWideLayout() throws IOException {
        String value = "value: {unit: kWh, kind: interval}";

        assertThat(readings(value, "quantity: electricity", "layout: wide", "stamp: end"))
                .containsExactly(
                        "x.yaml:6: layout is wide without wide, expected wide: {columns: \"HH:mm\"}");
        assertThat(
                        readings(
                                value,
                                "quantity: electricity",
                                "layout: wide",
                                "wide: {columns: \"HH.mm\", first: 3, step: PT25M, count: 200}"))
                .containsExactly(
                        "x.yaml:6: stamp is missing, expected start or end: what the time of a value"
                                + " is of its interval",
                        "x.yaml:7: count is 200, expected 1 to 25 (25 hours)",
                        "x.yaml:7: count is given with columns, expected it with first only",
                        "x.yaml:7: step is \"PT25M\", expected an ISO-8601 duration that divides an"
                                + " hour or is whole hours, such as PT15M",
                        "x.yaml:7: wide is with both of columns and first, expected one of them");
        assertThat(
                        readings(
                                "value: {column: V, unit: kWh, kind: interval}",
                                "quantity: electricity",
                                "layout: wide",
                                "stamp: start",
                                "wide: {first: 3, step: PT1H}"))
                .containsExactly(
                        "x.yaml:4: value is with column in layout wide, expected the value columns"
                                + " under wide only");
    }

    @Test
    void leavesUnknownKeysToTheCaller() throws IOException {
        assertThat(
                        readings(
                                "value: {column: V, unit: kWh, kind: counter}",
                                "quantity: electricity",
                                "delimeter: \";\""))
                .containsExactly(
                        "x.yaml:6: unknown key \"delimeter\", did you mean \"delimiter\"?");
    }

    private List<String> readings(String value, String constant, String... more)
            throws IOException {
        return problems(
                "columns:\n  meter_key: M\n  measured_at: T\n  "
                        + value
                        + "\nconstants: {"
                        + constant
                        + "}\n"
                        + String.join("\n", more)
                        + "\n");
    }

    private List<String> problems(String yaml) throws IOException {
        return problems(yaml, Datasets.METER_READINGS);
    }

    private List<String> problems(String yaml, Dataset dataset) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        Problems problems = new Problems();
        Section options = Sections.read(folder, file, problems);
        DelimitedFormat.of(
                new FormatContext(options, dataset, ZoneId.of("Europe/Brussels"), Set.of()));
        options.rejectUnknownKeys();
        return problems.all().stream().map(Problem::toString).toList();
    }
}
