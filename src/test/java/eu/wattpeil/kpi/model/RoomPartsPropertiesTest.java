package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a room are the room, whatever its meters say and wherever they are silent. */
final class RoomPartsPropertiesTest {

    private static final Instant MONTH_START = Instant.parse("2025-12-31T23:00:00Z");
    private static final List<String> PARTS =
            List.of("room_total", "it", "cooling", "ups_in", "ups_out");

    @TempDir private Path folder;

    @RepeatedTest(3)
    void splitsARoomIntoPartsThatAddUp() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        long[] known = new long[PARTS.size()];
        long rest = 0;
        for (int hour = 0; hour < 744; hour++) {
            long[] energy = new long[PARTS.size()];
            boolean isKnown = true;
            for (int part = 0; part < energy.length; part++) {
                energy[part] = random.nextInt(5_000_000);
                boolean isSilent = random.nextInt(20) == 0;
                isKnown &= !isSilent;
                rows.add(
                        "2026-01,"
                                + MONTH_START.plusSeconds(3600L * hour)
                                + ","
                                + PARTS.get(part)
                                + ",r1,s1,"
                                + PARTS.get(part)
                                + ",electricity,"
                                + BigDecimal.valueOf(energy[part], 3)
                                + (isSilent ? ",1800" : ",3600")
                                + ",0,0");
            }
            for (int part = 0; part < energy.length && isKnown; part++) {
                known[part] += energy[part];
            }
            rest += isKnown ? energy[0] - energy[1] - energy[2] - (energy[3] - energy[4]) : 0;
        }

        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", parts(rows))) {
            workbench.build("int_room_part_hours");

            assertThat(
                            workbench.rows(
                                    "select sum(edc_wh), sum(it_wh), sum(cooling_wh),"
                                            + " sum(ups_in_wh), sum(ups_out_wh), sum(rest_wh),"
                                            + " sum(it_wh + cooling_wh + ups_loss_wh + rest_wh)"
                                            + " from int_room_part_hours"
                                            + " where rest_wh is not null"))
                    .as("seed " + seed)
                    .containsExactly(
                            LongStream.concat(LongStream.of(known), LongStream.of(rest, known[0]))
                                    .mapToObj(it -> BigDecimal.valueOf(it, 3).toPlainString())
                                    .collect(Collectors.joining(",")));
        }
    }

    private Map<String, Path> parts(List<String> hours) throws IOException {
        StringBuilder meters =
                new StringBuilder(
                        "meter_id,meter_key,room_id,site_id,role,multiplier,valid_from,"
                                + "parent_meter_id\n");
        for (String part : PARTS) {
            boolean isFed = part.equals("it");
            meters.append(part + "," + part + ",r1,s1," + part + ",1,2025-01-01,")
                    .append(isFed ? "ups_out\n" : "\n");
        }
        return Map.of(
                "meters",
                Files.writeString(folder.resolve("meters.csv"), meters),
                "hourly_energy",
                Files.writeString(
                        folder.resolve("hourly_energy.csv"),
                        "month,started_at,meter_id,room_id,site_id,role,quantity,energy_wh,"
                                + "covered_s,interpolated_s,estimated_s\n"
                                + String.join("\n", hours)
                                + "\n"));
    }
}
