package eu.wattpeil.collect.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the kinds of devices are right, and a wrong one is told. */
class DeviceKindsTest {

    @TempDir private Path root;

    @Test
    void allThatComeWithWattpeilCanBeRead() {
        Problems problems = new Problems();

        DeviceKinds kinds = DeviceKinds.read(WorkspaceFiles.packaged(), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(kinds.all())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(kind -> assertThat(kind.objects()).isNotEmpty())
                .allSatisfy(kind -> assertThat(kind.title()).isNotBlank());
    }

    @Test
    void noTwoReadingsOfAKindAreOfTheSameMeterUnlessOneGivesWay() {
        for (DeviceKind kind : DeviceKinds.read(WorkspaceFiles.packaged(), new Problems()).all()) {
            List<String> series =
                    kind.objects().values().stream()
                            .filter(object -> object.unless().isEmpty())
                            .filter(object -> object.meaning() instanceof Meaning.Reading)
                            .map(DeviceKindsTest::series)
                            .toList();

            assertThat(series).as(kind.name()).doesNotHaveDuplicates();
        }
    }

    private static String series(DeviceObject object) {
        Meaning.Reading reading = (Meaning.Reading) object.meaning();
        return reading.quantity() + " " + reading.kind() + " " + reading.suffix();
    }

    @Test
    void aWorkspaceReplacesAFileAndAddsOne() throws IOException {
        String before = DeviceKinds.read(WorkspaceFiles.packaged(), new Problems()).fingerprint();
        write("vertiv", valid().replace("title: x", "title: ours"));
        write("own", valid());

        DeviceKinds kinds = DeviceKinds.read(new WorkspaceFiles(root), new Problems());

        assertThat(kinds.named("vertiv")).map(DeviceKind::title).contains("ours");
        assertThat(kinds.names()).contains("own", "apc-ups");
        assertThat(kinds.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void whatIsWrongIsToldAtItsLine() throws IOException {
        assertThat(problems(valid())).isEmpty();
        assertThat(problems(valid().replace("1.2.3", "sysDescr")))
                .containsExactly(
                        "jobs/snmp/own.yaml:5: oid is \"sysDescr\", expected an object identifier"
                                + " such as 1.3.6.1.2.1.33.1.4.3.0");
        assertThat(problems(valid().replace("{row}\"", "{line}\"")))
                .containsExactly(
                        "jobs/snmp/own.yaml:10: key is \"-{row}\", expected names of the index in"
                                + " it");
        assertThat(problems(valid().replace("unit: W", "unit: kWh")))
                .containsExactly("jobs/snmp/own.yaml:9: unit is \"kWh\", did you mean \"kW\"?");
        assertThat(problems(valid() + "    digits: others\n"))
                .containsExactly(
                        "jobs/snmp/own.yaml:11: digits is \"others\", expected an object of this"
                                + " file");
        assertThat(problems(valid() + "    scael: 0.1\n"))
                .containsExactly(
                        "jobs/snmp/own.yaml:11: unknown key \"scael\", did you mean \"scale\"?");
        assertThat(problems(valid() + "    where: {others: [1]}\n"))
                .containsExactly(
                        "jobs/snmp/own.yaml:11: others is \"others\", expected an object of this"
                                + " file");
        assertThat(problems(valid() + "    register: 4294967296\n"))
                .containsExactly(
                        "jobs/snmp/own.yaml:11: register is given, expected it for a counter alone,"
                                + " whose digits are those of its scale");
        assertThat(problems(valid().replace("quantity: electricity", "quantity: humidity")))
                .singleElement()
                .asString()
                .startsWith(
                        "jobs/snmp/own.yaml:7: quantity \"humidity\" of kind \"power\" is nothing");
    }

    private List<String> problems(String text) throws IOException {
        write("own", text);
        Problems problems = new Problems();
        DeviceKinds.read(new WorkspaceFiles(root), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jobs/snmp"));
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    private static String valid() {
        return """
        title: x
        source: X-MIB
        objects:
          power:
            oid: 1.2.3
            index: "{row}"
            quantity: electricity
            kind: power
            unit: W
            key: -{row}
        """;
    }
}
