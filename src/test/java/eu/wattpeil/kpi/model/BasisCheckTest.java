package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasisCheckTest {

    @TempDir Path folder;

    @Test
    void refusesElectricityOverItsLifeBesideFuelInTheEngine() throws IOException {
        Kpi kpi =
                Models.header(
                        "emissions",
                        Models.sumHeader() + "-- factors: grid_electricity, diesel, paper\n");

        assertThat(
                        problems(
                                "{grid_electricity: elec_ember_v2025_be, diesel: diesel_desnz,"
                                        + " paper: paper_virgin_desnz}",
                                kpi))
                .containsExactly(
                        "config/wattpeil.yaml: factors of emissions are elec_ember_v2025_be_2015"
                                + " (lifecycle, packaged/config/factors-energy.csv) and"
                                + " diesel_desnz_2024 (direct,"
                                + " packaged/config/factors-energy.csv), expected one basis: its"
                                + " sum would count what comes before the power plant for a part"
                                + " only");
    }

    @Test
    void letsDirectFactorsStandBesideUpstreamOnesAndThoseOfGoods() throws IOException {
        Kpi kpi =
                Models.header(
                        "emissions",
                        Models.sumHeader()
                                + "-- factors: grid_electricity, diesel, paper,"
                                + " electricity_upstream\n");

        assertThat(
                        problems(
                                "{grid_electricity: elec_eea_be, diesel: diesel_desnz,"
                                        + " paper: paper_virgin_desnz,"
                                        + " electricity_upstream: elec_upstream_ced_nl}",
                                kpi))
                .isEmpty();
        assertThat(problems("{grid_electricity: elec_ember_v2025_be}", kpi)).isEmpty();
    }

    @Test
    void findsOneBasisInEachKpiThatComesWithWattpeil() {
        Problems problems = new Problems();
        Workspace own = load(Path.of("").toAbsolutePath(), problems);
        List<Kpi> kpis =
                Catalogue.headers(
                        own.modelFiles(),
                        Texts.read(own.files(), problems),
                        Frames.read(own.files(), problems),
                        problems);

        BasisCheck.check(own, kpis, problems);

        assertThat(problems.all()).isEmpty();
    }

    private List<String> problems(String factors, Kpi kpi) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/wattpeil.yaml"),
                "organisation: {name: Town, zone: Europe/Brussels, languages: [en]}\nfactors: "
                        + factors
                        + "\n");
        Problems problems = new Problems();
        Workspace workspace = load(folder, problems);
        BasisCheck.check(workspace, List.of(kpi), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }

    private static Workspace load(Path root, Problems problems) {
        return Workspace.load(
                root,
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet()),
                problems);
    }
}
