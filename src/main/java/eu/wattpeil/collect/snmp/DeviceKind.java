package eu.wattpeil.collect.snmp;

import eu.wattpeil.store.Datasets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of device: a file of {@code jobs/snmp}.
 *
 * @param name the file's name without ending
 * @param title which devices these are
 * @param system beginnings of the {@code sysObjectID} of such devices
 * @param objects by name, in the order of the file
 */
public record DeviceKind(
        String name, String title, List<String> system, Map<String, DeviceObject> objects) {

    static final String PRINTER_COUNTERS = "printer_counters";

    public DeviceKind {
        system = List.copyOf(system);
    }

    /** The dataset that its polls fill. */
    public String dataset() {
        return objects.values().stream()
                        .anyMatch(object -> object.meaning() instanceof Meaning.PrinterCounter)
                ? PRINTER_COUNTERS
                : Datasets.METER_READINGS.name();
    }

    /** Whether a device that names itself so may be of this kind. */
    public boolean isSystem(String objectId) {
        return system.stream().anyMatch(it -> objectId.equals(it) || objectId.startsWith(it + "."));
    }

    /**
     * What the register of a meter holds, in kWh or m³, before it begins anew at 0; empty where
     * none is known.
     *
     * @param suffix of the meter's key, behind the alias of its device
     */
    public Optional<BigDecimal> registerMax(String suffix) {
        for (DeviceObject object : objects.values()) {
            if (object.meaning() instanceof Meaning.Reading reading
                    && reading.register().isPresent()
                    && reading.isOf(suffix)) {
                return reading.register();
            }
        }
        return Optional.empty();
    }

    Optional<DeviceObject> object(String objectName) {
        return Optional.ofNullable(objects.get(objectName));
    }
}
