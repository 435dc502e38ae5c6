package eu.wattpeil.cli;

import eu.wattpeil.operate.Doctor;
import eu.wattpeil.operate.Doctor.Diagnosis;
import eu.wattpeil.operate.Doctor.Finding;
import eu.wattpeil.serve.ServerFiles;
import eu.wattpeil.store.Defect;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells what is wrong with the store and what else is kept, and repairs it. */
@Command(
        name = "doctor",
        description = {
            "Check all that is kept: every document and its files, editions, published reports, and",
            "what runs remember. Tell what is wrong, where, and what to do. Changes nothing without",
            "--repair, and may be asked while a run is at work. Ends with 1 where something is wrong."
        })
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--repair",
            description =
                    "repair what can be made again, and tell what was done; needs that no run is at"
                            + " work")
    private boolean isToRepair;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Form form = Form.TEXT;

    private int percent = -1;

    /** How it is told. */
    private enum Form {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        Console console = console();
        Doctor doctor =
                new Doctor(
                        wattpeil.workspace(),
                        ServerFiles::damaged,
                        (work, share) -> progress(console, work, share),
                        wattpeil.clock());
        Diagnosis diagnosis = isToRepair ? doctor.repair() : doctor.look();
        switch (form) {
            case TEXT -> tell(console, diagnosis);
            case JSON -> spec.commandLine().getOut().println(json(diagnosis));
        }
        boolean isSound = isToRepair ? diagnosis.isMended() : diagnosis.findings().isEmpty();
        return isSound ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
    }

    private Console console() {
        Console.Attention attention =
                wattpeil.isQuiet()
                        ? Console.Attention.QUIET
                        : form == Form.TEXT && Terminal.isThere()
                                ? Console.Attention.BAR
                                : Console.Attention.NOTES;
        return new Console(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                attention,
                Console.LogFormat.TEXT);
    }

    /** Drawing it for each of many documents would take longer than to look at them. */
    private synchronized void progress(Console console, String work, double share) {
        int now = (int) (share * 100);
        if (now != percent) {
            percent = now;
            console.bar(work, share);
        }
    }

    private void tell(Console console, Diagnosis diagnosis) {
        diagnosis.findings().forEach(finding -> console.result(text(finding)));
        if (diagnosis.isRunAtWork()) {
            console.note("a run is at work: what it has begun and not finished is not told");
        }
        console.result(summary(diagnosis));
    }

    private static String text(Finding finding) {
        Defect defect = finding.defect();
        return finding.done().isPresent()
                ? "repaired: "
                        + defect.place()
                        + ": "
                        + defect.found()
                        + "; "
                        + finding.done().get()
                : defect.text();
    }

    private String summary(Diagnosis diagnosis) {
        String lookedAt =
                Counts.text(diagnosis.documents(), "document", "documents")
                        + ", "
                        + Counts.text(diagnosis.editions(), "edition", "editions")
                        + ", "
                        + Counts.text(diagnosis.reports(), "report", "reports");
        List<Finding> findings = diagnosis.findings();
        if (findings.isEmpty()) {
            return "sound: " + lookedAt;
        }
        String defects = lookedAt + "; " + Counts.text(findings.size(), "defect", "defects");
        if (isToRepair) {
            long left = findings.stream().filter(it -> !it.isMended()).count();
            return defects + ", " + (left == 0 ? "all mended" : left + " left");
        }
        long repairable = findings.stream().filter(Finding::isRepairable).count();
        return repairable == 0
                ? defects
                : defects + ", of which wattpeil doctor --repair mends " + repairable;
    }

    private static String json(Diagnosis diagnosis) {
        List<Map<String, Object>> defects = new ArrayList<>();
        for (Finding finding : diagnosis.findings()) {
            Map<String, Object> defect = new LinkedHashMap<>();
            defect.put("kind", finding.defect().kind().name().toLowerCase(Locale.ROOT));
            defect.put("place", finding.defect().place().toString());
            defect.put("found", finding.defect().found());
            defect.put("expected", finding.defect().expected());
            defect.put("cure", finding.defect().cure());
            finding.done().ifPresent(done -> defect.put("done", done));
            defects.add(defect);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("documents", diagnosis.documents());
        told.put("editions", diagnosis.editions());
        told.put("reports", diagnosis.reports());
        told.put("is_run_at_work", diagnosis.isRunAtWork());
        told.put("defects", defects);
        return TextDirection.escapedJson(
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(told));
    }
}
