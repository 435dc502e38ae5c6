package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.collect.TestWorkbook;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists with made-up figures, in the layouts that are known of the publishers' files. */
class FactorImportTest {

    private static final String AIB = "aib-residual-mix";
    private static final String DUTCH = "co2emissiefactoren";
    private static final String MIXES =
            """
            European Residual Mix,,,
            Country,Renewable,Residual mix (gCO2/kWh),Production mix (gCO2/kWh)
            BE,12.5%,123.45,99.9
            NL,NA,NA,88.8
            AT,0%,0,77.7
            Atlantis,1%,5.5,6.6
            """;
    private static final String SECTIONS =
            """
            #sheet Lijst
            Lijst emissiefactoren
            Brandstoffen energieopwekking
            Gasvormige brandstoffen|Kg CO2-eq / eenheid
            |Totaal (WTW)|Verbranding (TTW)|Voorketen (WTT)|Biogeen||MJ
            Aardgas|=2.101|=1.801|=0.3||Nm3|=31.65
            Propaan|=1.9|=1.7|=0.2||liter|=25
            Elektriciteit
            |Kg CO2-eq / eenheid
            |Totaal (WTW)|Directe emissies (TTW)|Voorketen (WTT)
            Grijze stroom|Vervallen
            Stroom (onbekend)|=0.321|=0.25|=0.071||kWh
            """;

    @TempDir private Path root;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        Init.write(root);
    }

    @Test
    void takesTheResidualMixOfEachCountryInKilograms() throws IOException {
        FactorImport.Result result = take(AIB, MIXES, 2024);

        assertThat(result.added()).hasSize(3);
        assertThat(result.absent()).contains("de").doesNotContain("be", "nl", "at");
        Factor belgian = factor("elec_aib_residual_be_2024");
        assertThat(belgian.value()).contains(new BigDecimal("0.12345"));
        assertThat(belgian)
                .returns("elec_aib_residual_be", Factor::series)
                .returns("scope2_market", Factor::scope)
                .returns("direct", Factor::basis)
                .returns("CO2", Factor::gas)
                .returns("BE", Factor::region)
                .returns(Optional.of(2024), Factor::year)
                .returns("2024", Factor::vintage)
                .returns("2024-01-01", it -> it.validFrom().toString())
                .returns("kgCO2e/kWh", Factor::unit)
                .returns("not redistributable: for your own use", Factor::licence)
                .returns(Optional.of(false), Factor::isRedistributable)
                .returns("config/factors-imported.csv", Factor::file);
        assertThat(belgian.source())
                .matches(
                        "Association of Issuing Bodies: European residual mixes 2024;"
                                + " file [0-9a-f]{16}");
    }

    @Test
    void keepsARowWithoutValueWhereThereIsNoResidualMix() throws IOException {
        take(AIB, MIXES, 2024);

        assertThat(factor("elec_aib_residual_nl_2024").value()).isEmpty();
        assertThat(factor("elec_aib_residual_at_2024").value()).isEmpty();
    }

    @Test
    void readsTheSectionsOfTheDutchWorkbook() throws IOException {
        FactorImport.Result result =
                FactorImport.into(root, order(DUTCH, workbook(SECTIONS), 2026));

        assertThat(result.absent()).containsExactly("elec_nlco2_grey");
        assertThat(imported())
                .extracting(
                        Factor::factorId,
                        it -> it.value().orElseThrow().toPlainString(),
                        Factor::basis,
                        Factor::scope,
                        Factor::unit)
                .containsExactly(
                        tuple("natural_gas_nlco2_wtw_2026", "2.101", "wtw", "scope1", "kgCO2e/m3"),
                        tuple(
                                "natural_gas_nlco2_ttw_2026",
                                "1.801",
                                "direct",
                                "scope1",
                                "kgCO2e/m3"),
                        tuple(
                                "natural_gas_nlco2_wtt_2026",
                                "0.3",
                                "upstream",
                                "scope3_cat3",
                                "kgCO2e/m3"),
                        tuple(
                                "elec_nlco2_unknown_wtw_2026",
                                "0.321",
                                "wtw",
                                "scope2_location",
                                "kgCO2e/kWh"),
                        tuple(
                                "elec_nlco2_unknown_ttw_2026",
                                "0.25",
                                "direct",
                                "scope2_location",
                                "kgCO2e/kWh"),
                        tuple(
                                "elec_nlco2_unknown_wtt_2026",
                                "0.071",
                                "upstream",
                                "scope3_cat3",
                                "kgCO2e/kWh"));
        assertThat(imported()).allMatch(it -> it.gas().equals("CO2e") && it.region().equals("NL"));
    }

    @Test
    void readsTheOlderTableOfTheSiteWithDecimalCommas() throws IOException {
        take(
                DUTCH,
                """
                ;Eenheid;Kg CO2/eenheid (WTW);Kg CO2/eenheid (TTW);Kg CO2/eenheid (WTT);Bron
                Elektriciteit;;;;;
                Grijze stroom;kWh;0,543;0,5;0,043;[2]
                """,
                2020);

        assertThat(imported())
                .extracting(it -> it.value().orElseThrow().toPlainString())
                .containsExactly("0.543", "0.5", "0.043");
    }

    @Test
    void changesNothingForTheSameFileAndAddsTheNextYear() throws IOException {
        take(AIB, MIXES, 2024);
        String before = target();

        FactorImport.Result again = take(AIB, MIXES, 2024);

        assertThat(again.added()).isEmpty();
        assertThat(again.present()).isEqualTo(3);
        assertThat(target()).isEqualTo(before);

        take(AIB, MIXES.replace("123.45", "130"), 2025);

        assertThat(target()).startsWith(before);
        assertThat(factor("elec_aib_residual_be_2024").value()).contains(new BigDecimal("0.12345"));
        assertThat(factor("elec_aib_residual_be_2025").value()).contains(new BigDecimal("0.130"));
    }

    @Test
    void makesASeriesOfItsOwnOfARestatedYearOnly() throws IOException {
        take(AIB, MIXES, 2024);
        String before = target();
        String restated = MIXES.replace("123.45", "125");

        refuses(
                () -> take(AIB, restated, 2024),
                "elec_aib_residual_be_2024 is 0.12345 in config/factors-imported.csv and 0.125 in"
                        + " this file, expected the same");
        assertThat(target()).isEqualTo(before);

        Path file = Files.writeString(root.resolve("v11.csv"), restated);
        FactorImport.into(
                root,
                new FactorImport.Order(
                        AIB, file, 2024, Optional.of("v1.1"), Map.of(), Optional.empty()));

        assertThat(factor("elec_aib_residual_be_v1_1_2024"))
                .returns("v1.1", Factor::vintage)
                .returns(Optional.of(new BigDecimal("0.125")), Factor::value);
    }

    @Test
    void refusesWhatIsNotTheListAndWritesNothing() {
        refuses(
                () -> take(AIB, "<!DOCTYPE html><html><body>Sign in</body></html>", 2024),
                "this is a web page",
                "expected an .xlsx workbook or CSV",
                "tell us when yours looks different");
        refuses(() -> take(AIB, "a,b\nBE,1\n", 2024), "it says [residual] nowhere");
        refuses(
                () -> take(AIB, MIXES.replace("Residual mix (gCO2/kWh)", "Share"), 2024),
                "no row has headings for key and residual",
                "--column residual=\"HEADING\"");
        refuses(
                () -> take(AIB, MIXES.replace("gCO2", "lbCO2"), 2024),
                "residual of \"BE\" is \"123.45\" without a unit that is known");
        refuses(
                () -> take(AIB, MIXES.replace("(gCO2/kWh)", "(kgCO2/kWh)"), 2024),
                "which makes 123.45 kgCO2e/kWh, expected 0.005 to 1.5");
        refuses(() -> take(AIB, MIXES.replace("123.45", "see note"), 2024), "expected a number");
        refuses(
                () -> take(AIB, MIXES + "Belgium,1%,130.5,1\n", 2024),
                "\"Belgium\" is there twice");
        refuses(() -> take(AIB, MIXES + "DE,1%,\"700,5\",1\n", 2024), "expected one decimal sign");
        refuses(
                () -> take(AIB, MIXES.replace("Renewable", "Residual mix CO2 old"), 2024),
                "a number");
        refuses(
                () -> take(AIB, MIXES.replace("Production", "Residual"), 2024),
                "could both be residual, expected one: --column residual=");
        refuses(
                () -> FactorImport.into(root, order(DUTCH, workbook(swapped()), 2026)),
                "wtw of natural_gas_nlco2 is not the sum of ttw and wtt");
        refuses(
                () ->
                        FactorImport.into(
                                root,
                                order(DUTCH, workbook(SECTIONS.replace("|kWh", "|MJ")), 2026)),
                "the unit of \"Stroom (onbekend)\" is \"MJ\", expected kWh");
        assertThat(root.resolve("config/factors-imported.csv")).doesNotExist();
    }

    private static String swapped() {
        return SECTIONS.replace("=2.101|=1.801", "=1.801|=2.101");
    }

    @Test
    void readsAFileOfAnotherShapeByColumnsThatAreNamed() throws IOException {
        Path file =
                Files.writeString(
                        root.resolve("other.csv"), "Land;Waarde\nBelgium;123,45\nFrance;45,6\n");
        FactorImport.into(
                root,
                new FactorImport.Order(
                        AIB,
                        file,
                        2025,
                        Optional.empty(),
                        Map.of("key", "Land", "residual", "2"),
                        Optional.of("g CO2/kWh")));

        assertThat(imported())
                .extracting(Factor::factorId, it -> it.value().orElseThrow().toPlainString())
                .containsExactly(
                        tuple("elec_aib_residual_be_2025", "0.12345"),
                        tuple("elec_aib_residual_fr_2025", "0.0456"));
    }

    @Test
    void readsAFileWithoutHeadingsByNumbersOfColumns() throws IOException {
        Path file = Files.writeString(root.resolve("bare.csv"), "1,BE,123.45\n2,NL,n.a.\n");
        FactorImport.into(
                root,
                new FactorImport.Order(
                        AIB,
                        file,
                        2025,
                        Optional.empty(),
                        Map.of("key", "2", "residual", "3"),
                        Optional.of("g CO2/kWh")));

        assertThat(imported())
                .extracting(Factor::factorId, Factor::value)
                .containsExactly(
                        tuple("elec_aib_residual_be_2025", Optional.of(new BigDecimal("0.12345"))),
                        tuple("elec_aib_residual_nl_2025", Optional.empty()));
    }

    @Test
    void takesTheYearThatIsAskedForWhereTheFileHasSeveral() throws IOException {
        take(
                AIB,
                """
                country_code,data_year,residual_mix_gco2_per_kwh
                BE,2023,150
                BE,2024,130
                """,
                2024);

        assertThat(imported())
                .extracting(Factor::factorId, it -> it.value().orElseThrow().toPlainString())
                .containsExactly(tuple("elec_aib_residual_be_2024", "0.130"));
    }

    @Test
    void addsToAWorkspaceThatNamesTheSeriesAlready() throws IOException {
        Path settings = root.resolve("config/wattpeil.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace(
                                "\nfactors:\n",
                                "\nfactors:\n  residual_mix: elec_aib_residual_be\n"));
        Path file = Files.writeString(root.resolve("mixes.csv"), MIXES);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code =
                CommandLineInterface.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "factors",
                        "import",
                        AIB,
                        file.toString(),
                        "--year",
                        "2024",
                        "--workspace",
                        root.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "elec_aib_residual_be 2024: 0.12345 kgCO2e/kWh",
                        "elec_aib_residual_nl 2024: not applicable kgCO2e/kWh",
                        "3 rows added to config/factors-imported.csv, 0 were there");
        assertThat(Setup.load(root).workspace().settings().factorSeries())
                .containsEntry("residual_mix", "elec_aib_residual_be");
    }

    @Test
    void namesTheListsAndColumnsThatThereAre() {
        assertThatThrownBy(() -> take("iea", MIXES, 2024))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage(
                        "list is \"iea\", expected one of aib-residual-mix, co2emissiefactoren");
        assertThatThrownBy(
                        () ->
                                FactorImport.into(
                                        root,
                                        new FactorImport.Order(
                                                AIB,
                                                Files.writeString(root.resolve("a.csv"), MIXES),
                                                2024,
                                                Optional.empty(),
                                                Map.of("value", "3"),
                                                Optional.empty())))
                .hasMessage("--column is \"value\", expected one of key, year, residual");
    }

    private void refuses(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOf(UnusableListException.class)
                .message()
                .contains(words);
    }

    private FactorImport.Result take(String list, String text, int year) throws IOException {
        return FactorImport.into(
                root, order(list, Files.writeString(root.resolve("list.csv"), text), year));
    }

    private static FactorImport.Order order(String list, Path file, int year) {
        return new FactorImport.Order(
                list, file, year, Optional.empty(), Map.of(), Optional.empty());
    }

    private Path workbook(String cells) throws IOException {
        return TestWorkbook.write(Files.writeString(root.resolve("cells.txt"), cells));
    }

    private String target() throws IOException {
        return Files.readString(root.resolve("config/factors-imported.csv"));
    }

    private Factor factor(String id) {
        return imported().stream().filter(it -> it.factorId().equals(id)).findFirst().orElseThrow();
    }

    private List<Factor> imported() {
        Stream<Factor> all = Setup.readWorkspace(root).factors().stream();
        return all.filter(it -> it.file().equals("config/factors-imported.csv")).toList();
    }
}
