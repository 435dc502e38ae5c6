package eu.wattpeil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that stand in every free field of the sources are nowhere afterwards: not in the store, its
 * columns read back, not in reports, not in the state, not in what is printed.
 */
class CanaryTest {

    private static final String CANARY = "Kanarie";
    private static final List<String> TABLES =
            List.of(
                    "documents",
                    "rejects",
                    "runs",
                    "meter_readings",
                    "devices",
                    "print_jobs",
                    "tickets",
                    "workdays");

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void noNameIsAnywhereAfterARun() throws IOException {
        Path root = folder.resolve("town");
        run("init", root.toString());
        write(root, "config/printers.csv", "printer_id\nmfp\n");
        write(
                root,
                "jobs/collect/print.yaml",
                "dataset: print_jobs\nformat: cups-page-log\n"
                        + "source: {files: inbox/print/*}\nrejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/assets.yaml",
                "dataset: devices\nformat: delimited\nsource: {files: inbox/assets/*}\noptions:\n"
                        + "  columns: {observed_on: Day, device_id: Id, has_serial:"
                        + " {column: Serial, present: true}}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/jobs.yaml",
                "dataset: print_jobs\nformat: delimited\nsource: {files: inbox/jobs/*}\noptions:\n"
                        + "  columns: {printed_at: Time, printer_id: Printer, job_id: Job,"
                        + " impressions: Pages, user_key: User, department_id: Department,"
                        + " paper: Paper}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/fluvius.yaml",
                "dataset: meter_readings\nformat: fluvius\nsource: {files: inbox/fluvius/*}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/windows.yaml",
                "dataset: print_jobs\nformat: windows-print-event\n"
                        + "source: {files: inbox/windows/*}\nrejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/papercut.yaml",
                "format: papercut-print-logger\nsource: {files: inbox/papercut/*}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/ipmi.yaml",
                "dataset: meter_readings\nformat: ipmi-dcmi\nsource: {files: inbox/ipmi/*}\n"
                        + "options: {meter-keys: {Kanarie-1: rack-1}}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(root, "inbox/windows/e.xml", events());
        write(root, "inbox/papercut/p.csv", papercut());
        write(root, "inbox/ipmi/i.txt", power());
        write(
                root,
                "jobs/collect/agents.yaml",
                "dataset: devices\nformat: glpi-inventory\nsource: {files: inbox/agents/*}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(root, "inbox/agents/Kanarie-pc-2025-10-11.json", agent());
        write(root, "inbox/agents/Kanarie-x.json", agent().substring(0, 90));
        write(
                root,
                "jobs/collect/tickets.yaml",
                "dataset: tickets\nformat: delimited\nsource: {files: inbox/tickets/*}\noptions:\n"
                        + "  columns: {opened_on: Opened, ticket_id: Id, outcome: Outcome,"
                        + " repair_eur: Cost}\nrejects: {fail-above-share: 0}\n");
        write(
                root,
                "jobs/collect/workdays.yaml",
                "dataset: workdays\nformat: delimited\nsource: {files: inbox/workdays/*}\n"
                        + "options:\n  columns: {day_on: Day, mode: Mode, office_days: Office}\n"
                        + "rejects: {fail-above-share: 0}\n");
        write(root, "inbox/tickets/t.csv", tickets());
        write(root, "inbox/workdays/w.csv", workdays());
        write(root, "inbox/print/page_log", pageLog());
        write(root, "inbox/assets/a.csv", assets());
        write(root, "inbox/jobs/j.csv", jobs());
        write(root, "inbox/fluvius/f.csv", fluvius());
        putArchives(root);

        run("run", "--workspace", root.toString());
        for (String table : TABLES) {
            run("query", "--workspace", root.toString(), "select * from " + table);
        }

        assertThat(printed.toString())
                .contains("print_jobs")
                .contains("rejected rows")
                .contains("541499900000000001")
                .contains("of-archive")
                .contains("Latitude 5440")
                .contains("damaged_document");
        assertThat(printed.toString()).doesNotContain(CANARY);
        assertNothingIsWritten(root);
    }

    private static void assertNothingIsWritten(Path root) throws IOException {
        for (String written : List.of("store", "reports", ".wattpeil")) {
            try (Stream<Path> files = Files.walk(root.resolve(written))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(file.toString()).doesNotContain(CANARY);
                    assertThat(Files.readString(file, ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(CANARY);
                }
            }
        }
    }

    /** The agents of GLPI call files after hosts, and their folders as well. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noNameOfAFileThatCannotBeReadIsAnywhere() throws IOException {
        Path root = folder.resolve("town");
        run("init", root.toString());
        String agents =
                "dataset: devices\nformat: glpi-inventory\nrejects: {fail-above-share: 1}\n";
        write(root, "jobs/collect/agents.yaml", agents + "source: {files: inbox/agents/**/*}\n");
        write(
                root,
                "jobs/collect/fresh.yaml",
                agents + "source: {files: inbox/fresh/*, settled: PT1H}\n");
        write(root, "inbox/fresh/Kanarie-new.json", agent());
        write(root, "inbox/agents/Kanarie-pc/inventory.json", agent());
        write(root, "inbox/agents/Kanarie-damaged.json.gz", "no gzip");
        write(root, "inbox/agents/Kanarie-bell\u0007.json", agent());
        Path inbox = root.resolve("inbox/agents");
        Files.write(inbox.resolve("a.zip"), archive("Kanarie-e.json", agent(), "x", "{"));
        Files.createSymbolicLink(inbox.resolve("Kanarie-gone.json"), root.resolve("nowhere"));
        Files.createSymbolicLink(
                inbox.resolve("Kanarie-round.json"), inbox.resolve("Kanarie-round.json"));
        Files.createSymbolicLink(inbox.resolve("Kanarie-pc/Kanarie-back"), inbox);
        Path unreadable = Path.of("/proc/self/mem");
        if (Files.exists(unreadable)) {
            Files.createSymbolicLink(inbox.resolve("Kanarie-mem.json"), unreadable);
        }
        Files.writeString(
                root.resolve("jobs/collect/share.yaml"),
                agents + "source: {files: inbox/share/*.json}\n");

        for (String command : List.of("check", "run", "status")) {
            run(command, "--workspace", root.toString());
        }
        for (String table : TABLES) {
            run("query", "--workspace", root.toString(), "select * from " + table);
        }

        assertThat(printed.toString())
                .contains("is a link to what is not there, expected a file or a folder")
                .contains("is a link back to a folder around it")
                .contains("has a control character in its name")
                .contains("changed a moment ago")
                .contains("damaged_document")
                .contains("the folder inbox/share is not there")
                .contains("Latitude 5440")
                .containsPattern("inbox/agents/[0-9a-f]{12}!2")
                .doesNotContain(CANARY);
        if (Files.exists(unreadable)) {
            assertThat(printed.toString()).contains("cannot be read (IOException");
        }
        assertNothingIsWritten(root);
    }

    /** User, billing, host and title; the printer missing; lines cut and broken. */
    private static String pageLog() {
        String line =
                "mfp Kanarie-u 1 [11/Oct/2025:00:01:01 +0200] total 2 Kanarie-b Kanarie-h"
                        + " Kanarie-t A4 one-sided\n";
        return line
                + line.replace("mfp ", "").replace("Kanarie-u 1", "Kanarie-u x 2")
                + line.replace("] total 2", "] totaal 2")
                + line.replace("[", "(")
                + line.substring(0, 30)
                + "\nKanarie-only\n";
    }

    /** Title, user, client and computer; no number of pages, no end, another printer. */
    private static String events() {
        String event =
                "<Event><System><Provider Name=\"Microsoft-Windows-PrintService\"/><TimeCreated"
                        + " SystemTime=\"2025-10-11T08:00:00.1234567Z\"/><Computer>Kanarie-c"
                        + "</Computer></System><UserData><DocumentPrinted><Param1>1</Param1>"
                        + "<Param2>Kanarie-t</Param2><Param3>Kanarie-u</Param3>"
                        + "<Param4>Kanarie-h</Param4><Param5>mfp</Param5><Param8>2</Param8>"
                        + "</DocumentPrinted></UserData></Event>\n";
        return event
                + event.replace("<Param8>2", "<Param8>Kanarie")
                + event.replace("<Param5>mfp", "<Param5>Kanarie")
                + event.replace("</Param2>", "")
                + event.substring(0, 300);
    }

    private static String papercut() {
        String row =
                "2025-10-11 10:00:00,Kanarie-u,1,2,mfp,\"Kanarie, t\",Kanarie-c,A4,PCL6,,,"
                        + "NOT DUPLEX,GRAYSCALE,1kb,\n";
        return "PaperCut Print Logger - http://www.papercut.com/\nTime,User,Pages,Copies,Printer,"
                + "Document Name,Client,Paper Size,Language,Height,Width,Duplex,Grayscale,Size\n"
                + row
                + row.replace(",1,2,", ",Kanarie,2,")
                + row.replace("mfp", "Kanarie-p")
                + row.replace(",A4", ",Kanarie-a")
                + row.substring(0, 40);
    }

    /** A host that has a key, and one that has none. */
    private static String power() {
        String answer =
                "Kanarie-1: Current Power : 164 Watts\nKanarie-1: Time Stamp : 10/11/2025 -"
                        + " 10:00:00\nKanarie-1: Power Measurement : Active\n";
        return answer + answer.replace("Kanarie-1", "Kanarie-2");
    }

    /** Columns that the definition does not name, a field too many, a quote that stays open. */
    private static String assets() {
        return "Day;Id;Serial;User;Comment\n"
                + "2025-10-31;pc1;Kanarie-s;Kanarie-u;Kanarie-c\n"
                + "2025-10-31;pc2;x;Kanarie-u;Kanarie;c\n"
                + "2025-10-32;pc3;Kanarie-s;Kanarie-u;Kanarie-c\n"
                + "2025-10-31;\"pc4;Kanarie-s;Kanarie-u\n";
    }

    /** The file is named after the host, too. */
    private static String agent() {
        return "{\"action\":\"inventory\",\"deviceid\":\"Kanarie-pc-2025-10-11-10-00-00\","
                + "\"itemtype\":\"Computer\",\"content\":{\"accesslog\":{\"logdate\":"
                + "\"2025-10-11 10:00:00\"},\"bios\":{\"smanufacturer\":\"Dell Inc.\",\"smodel\":"
                + "\"Latitude 5440\",\"ssn\":\"ABC1234\"},\"hardware\":{\"name\":\"Kanarie-pc\","
                + "\"chassis_type\":\"Notebook\",\"lastloggeduser\":\"Kanarie-u\"},"
                + "\"users\":[{\"login\":\"Kanarie-u\",\"domain\":\"Kanarie-d\"}]}}";
    }

    /** Who asked and what was written; a text in the place of a date, a word and a number. */
    private static String tickets() {
        return "Opened;Id;Outcome;Cost;Text\n"
                + "2025-10-11;T1;repaired;10;Kanarie-t\n"
                + "Kanarie-u;T2;repaired;10;Kanarie-t\n"
                + "2025-10-11;T3;Kanarie asks for a screen;10;Kanarie-t\n"
                + "2025-10-11;T4;repaired;Kanarie-c;Kanarie-t\n"
                + "2025-10-11;T5;repaired;10;Kanarie;t\n";
    }

    private static String workdays() {
        return "Day;Mode;Office;Name\n"
                + "2025-10-11;car;1;Kanarie-u\n"
                + "Kanarie-u;car;1;Kanarie-u\n"
                + "2025-10-11;Kanarie-u;1;x\n"
                + "2025-10-11;car;Kanarie-u;x\n";
    }

    private static String jobs() {
        return "Time;Printer;Job;Pages;User;Department;Paper;Title\n"
                + "2025-10-11T10:00;mfp;1;2;Kanarie-u;Kanarie-d;Kanarie-p;Kanarie-t\n"
                + "2025-10-11T10:00;Kanarie-u;2;2;mfp;x;A4;Kanarie-t\n"
                + "Kanarie-u;mfp;Kanarie-j;Kanarie-n;x;x;A4;Kanarie-t\n"
                + "2025-10-11T10:00;mfp;3;2;x;x;A4;Kanarie-t;Kanarie\n";
    }

    /** Number of the meter and descriptions; two of them share an EAN, one has lost letters. */
    private static String fluvius() {
        String row =
                "15-01-2024;10:00:00;15-01-2024;10:15:00;=\"541499900000000001\";Kanarie-m;"
                        + "Kanarie-t;Afname Actief;12,5;kWh;Gevalideerd;Kanarie-o\n";
        return "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;"
                + "Register;Volume;Eenheid;Validatiestatus;Omschrijving\n"
                + row
                + row.replace("Kanarie-o", "Kanarie-p")
                + row.replace("10:00:00", "10:15:00")
                + row.replace("12,5", "twaalf").replace("10:", "11:")
                + row.replace("Kanarie-o", "Kanarie\uFFFD").replace("10:", "12:")
                + row.replace("=\"", "\"=\"");
    }

    /**
     * Archives whose entries are called after people: one with a good entry and a damaged one, one
     * that is cut off, and one whose entry of print jobs is a web page.
     */
    private static void putArchives(Path root) throws IOException {
        byte[] bytes =
                archive("Kanarie-e/f.csv", assets().replace("pc1", "of-archive"), "Kanarie-d", "x");
        int damaged = new String(bytes, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        bytes[damaged + 16]++;
        Files.write(root.resolve("inbox/assets/two.zip"), bytes);
        Files.write(root.resolve("inbox/assets/cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(
                root.resolve("inbox/jobs/page.zip"),
                archive("Kanarie-j.csv", jobs(), "Kanarie-w.csv", "<html><p>Kanarie</p></html>"));
        Files.write(
                root.resolve("inbox/print/cut.gz"),
                Arrays.copyOf(gzip(pageLog(), "Kanarie-l"), 60));
    }

    private static byte[] archive(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                entry.setComment("Kanarie-c");
                out.putNextEntry(entry);
                out.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
            out.setComment("Kanarie-a");
        }
        return bytes.toByteArray();
    }

    /** A gzip file that says what it was called before. */
    private static byte[] gzip(String text, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        byte[] packed = bytes.toByteArray();
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        packed[3] = 8;
        named.write(packed, 0, 10);
        named.write(name.getBytes(ISO_8859_1));
        named.write(0);
        named.write(packed, 10, packed.length - 10);
        return named.toByteArray();
    }

    private void run(String... arguments) {
        PrintWriter writer = new PrintWriter(printed, true);
        CommandLineInterface.run(writer, writer, arguments);
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
