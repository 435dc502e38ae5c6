package eu.wattpeil;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between packages point down only, and each library stays behind its package. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("eu.wattpeil");

    @Test
    void packagesUseOnlyThoseBelowThem() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("failure")
                        .definedBy("eu.wattpeil.failure")
                        .layer("disk")
                        .definedBy("eu.wattpeil.disk")
                        .layer("workspace")
                        .definedBy("eu.wattpeil.workspace")
                        .layer("hosts")
                        .definedBy("eu.wattpeil.hosts")
                        .layer("store")
                        .definedBy("eu.wattpeil.store..")
                        .layer("collect")
                        .definedBy("eu.wattpeil.collect..")
                        .layer("kpi")
                        .definedBy("eu.wattpeil.kpi..")
                        .layer("statistics")
                        .definedBy("eu.wattpeil.statistics")
                        .layer("goal")
                        .definedBy("eu.wattpeil.goal")
                        .layer("report")
                        .definedBy("eu.wattpeil.report..")
                        .layer("deliver")
                        .definedBy("eu.wattpeil.deliver")
                        .layer("operate")
                        .definedBy("eu.wattpeil.operate")
                        .layer("serve")
                        .definedBy("eu.wattpeil.serve")
                        .layer("monitor")
                        .definedBy("eu.wattpeil.monitor")
                        .layer("web")
                        .definedBy("eu.wattpeil.web")
                        .layer("cli")
                        .definedBy("eu.wattpeil.cli")
                        .layer("main")
                        .definedBy("eu.wattpeil")
                        .whereLayer("failure")
                        .mayNotAccessAnyLayer()
                        .whereLayer("disk")
                        .mayOnlyAccessLayers("failure")
                        .whereLayer("statistics")
                        .mayNotAccessAnyLayer()
                        .whereLayer("main")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("cli")
                        .mayOnlyBeAccessedByLayers("main")
                        .whereLayer("web")
                        .mayOnlyBeAccessedByLayers("cli")
                        .whereLayer("monitor")
                        .mayOnlyBeAccessedByLayers("web", "cli")
                        .whereLayer("monitor")
                        .mayOnlyAccessLayers("serve", "operate", "disk")
                        .whereLayer("serve")
                        .mayOnlyBeAccessedByLayers("monitor", "web", "cli")
                        .whereLayer("serve")
                        .mayOnlyAccessLayers("operate", "hosts", "workspace", "disk")
                        .whereLayer("hosts")
                        .mayOnlyAccessLayers("workspace", "failure")
                        .whereLayer("hosts")
                        .mayOnlyBeAccessedByLayers("operate", "serve", "web", "cli")
                        .whereLayer("operate")
                        .mayOnlyBeAccessedByLayers("serve", "monitor", "web", "cli")
                        .whereLayer("deliver")
                        .mayOnlyBeAccessedByLayers("operate", "web", "cli")
                        .whereLayer("report")
                        .mayOnlyBeAccessedByLayers("deliver", "operate", "web", "cli")
                        .whereLayer("goal")
                        .mayOnlyBeAccessedByLayers("report", "operate")
                        .whereLayer("kpi")
                        .mayOnlyBeAccessedByLayers("goal", "report", "operate", "web", "cli")
                        .whereLayer("collect")
                        .mayOnlyBeAccessedByLayers("operate", "web", "cli")
                        .whereLayer("store")
                        .mayOnlyBeAccessedByLayers(
                                "collect", "kpi", "deliver", "operate", "web", "cli")
                        .whereLayer("workspace")
                        .mayOnlyBeAccessedByLayers(
                                "collect", "kpi", "goal", "report", "deliver", "hosts", "operate",
                                "serve", "web", "cli"));
    }

    @Test
    void formatsAreBuiltOnTablesValuesAndBytesInThisOrder() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("bytes")
                        .definedBy("eu.wattpeil.collect.bytes")
                        .layer("value")
                        .definedBy("eu.wattpeil.collect.value")
                        .layer("table")
                        .definedBy("eu.wattpeil.collect.table")
                        .layer("tree")
                        .definedBy("eu.wattpeil.collect.tree")
                        .layer("formats")
                        .definedBy(
                                "eu.wattpeil.collect.delimited",
                                "eu.wattpeil.collect.lines",
                                "eu.wattpeil.collect.xlsx",
                                "eu.wattpeil.collect.json",
                                "eu.wattpeil.collect.xml",
                                "eu.wattpeil.collect.metering",
                                "eu.wattpeil.collect.nem12",
                                "eu.wattpeil.collect.inventory",
                                "eu.wattpeil.collect.printing",
                                "eu.wattpeil.collect.snmp",
                                "eu.wattpeil.collect.workplace")
                        .withOptionalLayers(true)
                        .whereLayer("formats")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("tree")
                        .mayOnlyBeAccessedByLayers("formats")
                        .whereLayer("table")
                        .mayOnlyBeAccessedByLayers("tree", "formats")
                        .whereLayer("value")
                        .mayOnlyBeAccessedByLayers("table", "formats")
                        .whereLayer("bytes")
                        .mayOnlyBeAccessedByLayers("value", "table", "tree", "formats"));
    }

    @Test
    void reportPackagesUseOnlyThoseBelowThem() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("content")
                        .definedBy("eu.wattpeil.report.content")
                        .layer("words")
                        .definedBy("eu.wattpeil.report.words")
                        .layer("chart")
                        .definedBy("eu.wattpeil.report.chart")
                        .layer("page")
                        .definedBy("eu.wattpeil.report.page")
                        .layer("workbook")
                        .definedBy("eu.wattpeil.report.workbook")
                        .layer("pdf")
                        .definedBy("eu.wattpeil.report.pdf")
                        .layer("form")
                        .definedBy("eu.wattpeil.report.form")
                        .layer("explanation")
                        .definedBy("eu.wattpeil.report.explanation")
                        .layer("explorer")
                        .definedBy("eu.wattpeil.report.explorer")
                        .layer("report")
                        .definedBy("eu.wattpeil.report")
                        .whereLayer("content")
                        .mayNotAccessAnyLayer()
                        .whereLayer("chart")
                        .mayNotAccessAnyLayer()
                        .whereLayer("words")
                        .mayOnlyAccessLayers("content")
                        .whereLayer("page")
                        .mayOnlyAccessLayers("content", "words", "chart")
                        .whereLayer("workbook")
                        .mayOnlyAccessLayers("content", "words")
                        .whereLayer("pdf")
                        .mayNotAccessAnyLayer()
                        .whereLayer("form")
                        .mayOnlyAccessLayers("content", "words", "chart", "page", "workbook", "pdf")
                        .whereLayer("explanation")
                        .mayOnlyAccessLayers("content", "words")
                        .whereLayer("explorer")
                        .mayOnlyAccessLayers("content", "words", "page"));
    }

    @Test
    void kpiPackagesUseOnlyThoseBelowThem() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("engine")
                        .definedBy("eu.wattpeil.kpi.engine")
                        .layer("duckdb")
                        .definedBy("eu.wattpeil.kpi.engine.duckdb")
                        .layer("spark")
                        .definedBy("eu.wattpeil.kpi.engine.spark")
                        .layer("model")
                        .definedBy("eu.wattpeil.kpi.model")
                        .layer("value")
                        .definedBy("eu.wattpeil.kpi.value")
                        .layer("edition")
                        .definedBy("eu.wattpeil.kpi.edition")
                        .layer("query")
                        .definedBy("eu.wattpeil.kpi.query")
                        .layer("explain")
                        .definedBy("eu.wattpeil.kpi.explain")
                        .whereLayer("explain")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("query")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("edition")
                        .mayOnlyBeAccessedByLayers("query", "explain")
                        .whereLayer("value")
                        .mayOnlyBeAccessedByLayers("edition", "query", "explain")
                        .whereLayer("model")
                        .mayOnlyBeAccessedByLayers("value", "edition", "query", "explain")
                        .whereLayer("duckdb")
                        .mayOnlyBeAccessedByLayers("spark", "model", "edition", "query")
                        .whereLayer("spark")
                        .mayOnlyBeAccessedByLayers("edition")
                        .whereLayer("engine")
                        .mayOnlyBeAccessedByLayers(
                                "duckdb", "spark", "model", "value", "edition", "query",
                                "explain"));
    }

    @Test
    void formatsOfOneSubjectDoNotKnowThoseOfAnother() {
        for (String subject : new String[] {"metering", "inventory", "printing", "workplace"}) {
            check(
                    noClasses()
                            .that()
                            .resideInAPackage("eu.wattpeil.collect." + subject + "..")
                            .should()
                            .dependOnClassesThat(
                                    com.tngtech.archunit.base.DescribedPredicate.describe(
                                            "belong to another subject",
                                            type -> isOtherSubject(type.getPackageName(), subject)))
                            .allowEmptyShould(true));
        }
    }

    @Test
    void onlyTheStoreKnowsParquetAndHadoop() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.store..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop.."));
    }

    /**
     * What computes months knows the interface, and one place the choice. Spark leaves to DuckDB
     * what is short. Models are checked with DuckDB's parser and binder, and questions are answered
     * by it, whatever computes.
     */
    @Test
    void onlyTheEnginesTheChoiceTheCheckAndTheQueriesKnowDuckDb() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "eu.wattpeil.kpi.engine.duckdb",
                                "eu.wattpeil.kpi.engine.spark",
                                "eu.wattpeil.kpi.model",
                                "eu.wattpeil.kpi.query")
                        .and()
                        .doNotHaveFullyQualifiedName("eu.wattpeil.kpi.edition.Engines")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("eu.wattpeil.kpi.engine.duckdb"));
    }

    @Test
    void onlyDuckDbTheCheckTheQueriesOneSourceAndTheHostsKnowSqlConnections() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "eu.wattpeil.kpi.engine.duckdb",
                                "eu.wattpeil.kpi.model",
                                "eu.wattpeil.kpi.query",
                                "eu.wattpeil.collect.source.jdbc",
                                "eu.wattpeil.hosts")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql", "org.duckdb.."));
    }

    @Test
    void onlyTheSourceOfDevicesKnowsSnmp4j() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.collect.source.snmp")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.snmp4j.."));
    }

    @Test
    void onlyTheWorkbookKnowsTheWriterOfWorkbooks() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.report.workbook")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.dhatim.fastexcel"));
    }

    @Test
    void onlyTheMonitorAndTheCountsOfARunKnowMicrometer() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.monitor")
                        .and()
                        .doNotHaveFullyQualifiedName("eu.wattpeil.operate.RunMeters")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.micrometer..", "io.prometheus.."));
    }

    @Test
    void onlyTheFileOfPasswordsAndItsReaderKnowBcrypt() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("eu.wattpeil.web.PasswordFile")
                        .and()
                        .doNotHaveFullyQualifiedName("eu.wattpeil.web.Passwords")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.security.."));
    }

    @Test
    void onlyDeliveryKnowsMail() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.deliver")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."));
    }

    @Test
    void onlyThePdfPackageKnowsTheSetterOfPdfs() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("eu.wattpeil.report.pdf")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox.."));
    }

    @Test
    void timeComesFromAClock() {
        for (Class<?> type :
                new Class<?>[] {
                    Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class
                }) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void classesAreFinalUnlessSomethingExtendsThem() {
        check(
                classes()
                        .that()
                        .areTopLevelClasses()
                        .and()
                        .areNotInterfaces()
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .and()
                        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                        .should()
                        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
    }

    @Test
    void accessorsHaveNoGet() {
        check(
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("eu.wattpeil..")
                        .and()
                        .areNotPrivate()
                        .and(areOurs())
                        .should()
                        .haveNameMatching("get[A-Z].*"));
    }

    private static boolean isOtherSubject(String packageName, String subject) {
        return packageName.matches(
                        "eu\\.wattpeil\\.collect\\.(metering|inventory|printing|workplace).*")
                && !packageName.startsWith("eu.wattpeil.collect." + subject);
    }

    /** Those that override a method of a library have the name that it gives them. */
    private static DescribedPredicate<JavaMethod> areOurs() {
        return DescribedPredicate.describe(
                "are no methods of a library",
                method ->
                        Stream.concat(
                                        method.getOwner().getAllRawSuperclasses().stream(),
                                        method.getOwner().getAllRawInterfaces().stream())
                                .filter(it -> !it.getPackageName().startsWith("eu.wattpeil"))
                                .noneMatch(
                                        it ->
                                                it.getMethods().stream()
                                                        .map(JavaMethod::getName)
                                                        .anyMatch(method.getName()::equals)));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
