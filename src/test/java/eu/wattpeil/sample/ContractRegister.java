package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The register of contracts on each month's last day, as its web service answers. What is odd in it
 * is told at {@link SampleData}.
 */
final class ContractRegister {

    private static final LocalDate AFFILIATED_FROM = LocalDate.of(2026, 1, 1);

    /** Of a contract that stands here more than once the last one that is known counts. */
    private static final List<Contract> CONTRACTS =
            List.of(
                    Contract.of(
                                    "C-2021-03",
                                    "Kolvaris",
                                    "Servers",
                                    true,
                                    "2021-07-01",
                                    "2026-12-31",
                                    182_000)
                            .saying(Clauses.REPAIR),
                    Contract.of(
                            "C-2022-09",
                            "Knoopnet",
                            "Netwerk",
                            true,
                            "2022-10-01",
                            "2027-09-30",
                            64_000),
                    Contract.of(
                                    "C-2022-09",
                                    "Knoopnet",
                                    "Netwerk",
                                    true,
                                    "2022-10-01",
                                    "2027-09-30",
                                    64_000)
                            .saying(Clauses.HUMAN_RIGHTS)
                            .knownFrom("2026-02-16"),
                    Contract.of(
                                    "C-2023-04",
                                    "Kantoor & Co",
                                    "Werkplek",
                                    true,
                                    "2023-05-01",
                                    "2026-06-30",
                                    410_000)
                            .saying(Clauses.HUMAN_RIGHTS, Clauses.REPAIR, Clauses.TAKE_BACK)
                            .withFactories("2024-11-18"),
                    Contract.of(
                                    "C-2026-05",
                                    "Kantoor & Co",
                                    "Werkplek",
                                    true,
                                    "2026-07-01",
                                    "2030-06-30",
                                    460_000)
                            .saying(
                                    Clauses.HUMAN_RIGHTS,
                                    Clauses.ELECTRONICS_WATCH,
                                    Clauses.TAKE_BACK,
                                    Clauses.REPAIR,
                                    Clauses.BATTERY,
                                    Clauses.REFURBISHED,
                                    Clauses.PACKAGING)
                            .withFactories("2026-06-22")
                            .withFindings(3, 2)
                            .knownFrom("2026-06-25"),
                    Contract.of(
                                    "C-2024-11",
                                    "Telefonie Noord",
                                    "Telefonie",
                                    true,
                                    "2024-12-01",
                                    "2027-11-30",
                                    38_000)
                            .saying(Clauses.TAKE_BACK),
                    Contract.of(
                                    "C-2020-08",
                                    "Papyron Benelux",
                                    "Printers",
                                    true,
                                    "2020-09-01",
                                    "2025-12-31",
                                    96_000)
                            .saying(Clauses.REPAIR),
                    Contract.of(
                                    "C-2026-01",
                                    "Papyron Benelux",
                                    "Printers",
                                    true,
                                    "2026-01-01",
                                    "2030-12-31",
                                    118_000)
                            .saying(
                                    Clauses.HUMAN_RIGHTS,
                                    Clauses.ELECTRONICS_WATCH,
                                    Clauses.TAKE_BACK,
                                    Clauses.REPAIR,
                                    Clauses.PACKAGING)
                            .withFactories("2026-01-20")
                            .withFindings(4, 3)
                            .knownFrom("2026-01-01"),
                    Contract.of(
                                    "C-2026-06",
                                    "Tweede Leven",
                                    "Refurbished",
                                    true,
                                    "2026-06-01",
                                    "2029-05-31",
                                    52_000)
                            .saying(
                                    Clauses.HUMAN_RIGHTS,
                                    Clauses.TAKE_BACK,
                                    Clauses.REPAIR,
                                    Clauses.BATTERY,
                                    Clauses.REFURBISHED)
                            .knownFrom("2026-05-12"),
                    Contract.of(
                                    "C-2024-02",
                                    "Papier Direct",
                                    "Papier",
                                    false,
                                    "2024-02-01",
                                    "2028-01-31",
                                    31_000)
                            .saying(Clauses.PACKAGING),
                    Contract.of(
                                    "C-2024-15",
                                    "Inktkring",
                                    "Toner",
                                    false,
                                    "2024-10-01",
                                    "2027-09-30",
                                    45_000)
                            .saying(Clauses.TAKE_BACK, Clauses.REFURBISHED),
                    Contract.of(
                            "C-2025-07",
                            "Wolkenhuis",
                            "Hosting",
                            false,
                            "2025-03-01",
                            "2029-02-28",
                            240_000));

    private final SamplePeriod period;
    private final Truth truth;

    ContractRegister(SamplePeriod period, Truth truth) {
        this.period = period;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            LocalDate day = month.atEndOfMonth();
            Map<String, Contract> known = knownOn(day);
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add("{\"peildatum\":\"" + day + "\",");
            if (!day.isBefore(AFFILIATED_FROM)) {
                file.add(
                        "\"electronics_watch\":{\"aangesloten_van\":\"" + AFFILIATED_FROM + "\"},");
            }
            file.add("\"contracten\":[");
            file.add(
                    known.values().stream().map(Contract::json).collect(Collectors.joining(",\n")));
            file.add("]}");
            file.writeTo(folder.resolve("contracten-" + day + ".json.gz"));
            count(month, known);
        }
    }

    private static Map<String, Contract> knownOn(LocalDate day) {
        Map<String, Contract> known = new LinkedHashMap<>();
        CONTRACTS.stream()
                .filter(contract -> !contract.knownFrom().isAfter(day))
                .forEach(contract -> known.put(contract.number(), contract));
        return known;
    }

    private void count(YearMonth month, Map<String, Contract> known) {
        LocalDate day = month.atEndOfMonth();
        List<Contract> hardware =
                known.values().stream()
                        .filter(Contract::isHardware)
                        .filter(contract -> contract.runsOn(day))
                        .toList();
        truth.set(month, "hardware_contracts", hardware.size());
        set(month, "hardware_eur", hardware, contract -> true);
        set(
                month,
                "hardware_clauses_known_eur",
                hardware,
                contract -> !contract.clauses().isEmpty());
        set(
                month,
                "hardware_human_rights_eur",
                hardware,
                contract -> contract.says(Clauses.HUMAN_RIGHTS));
        set(
                month,
                "hardware_electronics_watch_eur",
                hardware,
                contract ->
                        contract.says(Clauses.ELECTRONICS_WATCH) && !day.isBefore(AFFILIATED_FROM));
        truth.set(
                month,
                "hardware_contracts_with_factories",
                hardware.stream()
                        .flatMap(contract -> contract.factoriesOn().stream())
                        .filter(listedOn -> listedOn.isAfter(day.minusYears(1)))
                        .count());
    }

    private void set(
            YearMonth month, String figure, List<Contract> contracts, Predicate<Contract> chosen) {
        truth.set(
                month, figure, contracts.stream().filter(chosen).mapToLong(Contract::euros).sum());
    }
}
