package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Frame;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the KPIs that come with Wattpeil claim to measure. */
class PackagedKpisTest {

    private static final WorkspaceFiles FILES = WorkspaceFiles.packaged();
    private static final Problems PROBLEMS = new Problems();
    private static final List<ModelFile> MODELS =
            Workspace.load(Path.of("packaged", "nothing"), Set.of(), new Problems()).modelFiles();
    private static final List<Kpi> KPIS =
            Catalogue.headers(
                    MODELS, Texts.read(FILES, PROBLEMS), Frames.read(FILES, PROBLEMS), PROBLEMS);

    /** What frames ask for and records can tell. */
    private static final Set<String> ASKED =
            Set.of(
                    "ESRS E1-4",
                    "ESRS E1-5",
                    "ESRS E1-6",
                    "ESRS E5-4",
                    "ESRS E5-5",
                    "EED II 1(d)",
                    "EED II 1(e)",
                    "EED II 1(h)",
                    "EED II 1(j)",
                    "EED II 1(o)",
                    "EED II 1(p)",
                    "EED II 1(q)",
                    "EED II 1(r)",
                    "EED III",
                    "GHG scope 1",
                    "GHG scope 2",
                    "GHG scope 3 category 1",
                    "GHG scope 3 category 2",
                    "GHG scope 3 category 3",
                    "GHG scope 3 category 5",
                    "GHG scope 3 category 7");

    @Test
    void sayHowSureTheirFormulaIs() {
        assertThat(PROBLEMS.all()).isEmpty();
        assertThat(MODELS.stream().filter(it -> it.layer().equals("kpi")))
                .isNotEmpty()
                .allSatisfy(
                        kpi ->
                                assertThat(kpi.sql())
                                        .as(kpi.file())
                                        .containsPattern("(?m)^-- grade: [ABCP]$"));
    }

    /** Of what no machine tells, the organisation declares figures of its own. */
    @Test
    void measureEveryPracticeThatRecordsTell() {
        Set<String> unmeasured = new TreeSet<>(Goal.PRACTICES);
        KPIS.forEach(kpi -> unmeasured.removeAll(kpi.practices()));

        assertThat(unmeasured)
                .containsExactly("awareness", "digital-balance", "sustainable-delivery");
    }

    @Test
    void feedWhatFramesAskForAndRecordsCanTell() {
        Set<String> unfed = new TreeSet<>(ASKED);
        unfed.removeAll(
                KPIS.stream()
                        .flatMap(kpi -> kpi.frames().stream())
                        .map(Frame::word)
                        .collect(Collectors.toSet()));

        assertThat(unfed).isEmpty();
    }
}
