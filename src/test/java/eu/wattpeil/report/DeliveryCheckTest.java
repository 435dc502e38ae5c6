package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery of what is never written is told before anything runs. */
class DeliveryCheckTest {

    @TempDir Path root;

    @Test
    void tellsReportsFormsAndRolesThatThereAreNot() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.createDirectories(root.resolve("jobs/reports"));
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "organisation: {name: T, zone: Europe/Brussels, languages: [nl]}\n");
        Files.writeString(
                root.resolve("jobs/reports/figures.yaml"), "forms: [csv]\nsections: []\n");
        Files.writeString(
                root.resolve("config/delivery.yaml"),
                """
                deliveries:
                  - {id: a, folder: a, report: montly, forms: [html]}
                  - {id: b, folder: b, report: monthly, forms: [html, cvs], role: managment}
                  - {id: c, folder: c, report: figures, forms: [html]}
                  - {id: d, folder: d, report: figures, forms: [csv], role: staff}
                """);
        Problems problems = new Problems();
        Workspace workspace = Workspace.load(root, Set.of(), Map.of(), problems);

        DeliveryCheck.check(workspace, Waterdam.TEXTS, problems);

        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "config/delivery.yaml:2: report is \"montly\", did you mean \"monthly\"?",
                        "config/delivery.yaml:3: forms has \"cvs\", did you mean \"csv\"?",
                        "config/delivery.yaml:3: role is \"managment\", did you mean"
                                + " \"management\"?",
                        "config/delivery.yaml:4: forms has \"html\", expected one of csv");
    }
}
