package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for any device: it is charged its embodied carbon, no more and no less. */
final class AmortisationPropertiesTest {

    private static final YearMonth FIRST = YearMonth.parse("2024-11");
    private static final int MONTHS = 18;
    private static final List<String> ROUTES =
            List.of("recycling", "landfill", "lost", "", "donation", "sale_for_reuse");

    private static final BigDecimal EXACT = BigDecimal.ZERO;

    /** Where a part is due, the sixth decimal may be rounded either way. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    @TempDir private Path folder;

    /** A device in a category of its own, so that its charges can be told from others. */
    private record Device(
            String id, BigDecimal embodiedKg, int lifeMonths, LocalDate boughtOn, Exit exit) {

        static Device random(int number, Random random) {
            LocalDate boughtOn = FIRST.atDay(1).plusDays(random.nextInt(150));
            return new Device(
                    "d" + number,
                    BigDecimal.valueOf(1 + random.nextInt(999_999_999), 1 + random.nextInt(6)),
                    1 + random.nextInt(11),
                    boughtOn,
                    new Exit(
                            boughtOn.plusDays(random.nextInt(500)),
                            ROUTES.get(random.nextInt(ROUTES.size())),
                            random.nextBoolean()));
        }

        /** Months of its planned life up to the month that it left in. */
        private long monthsServed() {
            long months =
                    1
                            + ChronoUnit.MONTHS.between(
                                    YearMonth.from(boughtOn), YearMonth.from(exit.on()));
            return Math.min(months, lifeMonths);
        }

        /** Whether others use it on, within its planned life. */
        boolean isPassedOn() {
            return List.of("donation", "sale_for_reuse").contains(exit.route())
                    && monthsServed() < lifeMonths;
        }

        /** All of it, or where others use it on, the part of the months here. */
        BigDecimal due() {
            return isPassedOn()
                    ? embodiedKg
                            .multiply(BigDecimal.valueOf(monthsServed()))
                            .divide(BigDecimal.valueOf(lifeMonths), 6, RoundingMode.HALF_UP)
                    : embodiedKg.setScale(6);
        }

        String inventoryRow(YearMonth month) {
            LocalDate day = month.atEndOfMonth();
            boolean isGone = !exit.on().isAfter(day);
            String state = isGone ? "disposed," + exit.on() + "," + exit.route() : "in_use,,";
            boolean isUnseen = boughtOn.isAfter(day) || (isGone && exit.isInLog());
            return isUnseen
                    ? ""
                    : day + "," + id + "," + id + "," + boughtOn + "," + state + ",inv";
        }

        String logRow() {
            return exit.isInLog()
                    ? String.join(
                            ",",
                            exit.on().toString(),
                            id,
                            id,
                            id,
                            boughtOn.toString(),
                            exit.route(),
                            "log")
                    : "";
        }
    }

    private record Exit(LocalDate on, String route, boolean isInLog) {}

    @Test
    void chargesEveryDeviceItsCarbonOnce() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Device> devices =
                IntStream.range(0, 60).mapToObj(number -> Device.random(number, random)).toList();
        Map<String, BigDecimal> charged = new HashMap<>();

        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            try (ModelWorkbench workbench = ModelWorkbench.open(month.toString(), given(devices))) {
                workbench.build("int_device_charges");
                for (String row :
                        workbench.rows("select category, charge_kg from int_device_charges")) {
                    String[] cells = row.split(",");
                    charged.merge(cells[0], new BigDecimal(cells[1]), BigDecimal::add);
                }
            }
        }

        assertThat(devices)
                .allSatisfy(
                        device ->
                                assertThat(charged.get(device.id()))
                                        .as(device + ", seed " + seed)
                                        .isCloseTo(
                                                device.due(),
                                                within(device.isPassedOn() ? ROUNDING : EXACT)));
    }

    private Map<String, Path> given(List<Device> devices) throws IOException {
        List<String> inventory = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            devices.stream().map(it -> it.inventoryRow(month)).forEach(inventory::add);
        }
        return Map.of(
                "documents",
                file(
                        "documents",
                        "document_id,batch,definition,name",
                        List.of("inv,1,a,a", "log,2,b,b")),
                "device_profiles",
                file(
                        "device_profiles",
                        "category_id,name,embodied_series,planned_life_months,is_personal",
                        devices.stream()
                                .map(
                                        it ->
                                                it.id()
                                                        + ",D,"
                                                        + it.id()
                                                        + ","
                                                        + it.lifeMonths()
                                                        + ",true")
                                .toList()),
                "factors",
                file(
                        "factors",
                        "factor_id,series,valid_from,value,unit",
                        devices.stream()
                                .map(
                                        it ->
                                                it.id()
                                                        + ","
                                                        + it.id()
                                                        + ",2020-01-01,"
                                                        + it.embodiedKg().toPlainString()
                                                        + ",kgCO2e/device")
                                .toList()),
                "devices",
                file(
                        "devices",
                        "observed_on,device_id,category,purchased_on,status,disposed_on,"
                                + "disposal_route,document_id",
                        inventory),
                "disposals",
                file(
                        "disposals",
                        "disposed_on,disposal_id,device_id,category,first_used_on,route,document_id",
                        devices.stream().map(Device::logRow).toList()));
    }

    private Path file(String name, String header, List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".csv"),
                header
                        + "\n"
                        + String.join("\n", rows.stream().filter(row -> !row.isEmpty()).toList())
                        + "\n");
    }
}
