package eu.wattpeil.collect.inventory;

import eu.wattpeil.collect.value.TextHash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent tells of one device: the texts at the places that are read, in lower case, relative
 * to the report; of a device that was asked over the network {@code network_device/…}.
 *
 * @see <a href="https://github.com/glpi-project/inventory_format">the format of inventories</a>
 */
final class AgentReport {

    private static final String SUPPLIES = "content/powersupplies";
    private static final String POWER = SUPPLIES + "/power_max";
    private static final String HOST = "content/hardware/name";

    private static final Set<String> READ =
            Set.of(
                    "action",
                    "query",
                    "itemtype",
                    HOST,
                    "content/accesslog/logdate",
                    "content/bios/assettag",
                    "content/bios/mmanufacturer",
                    "content/bios/mmodel",
                    "content/bios/smanufacturer",
                    "content/bios/smodel",
                    "content/bios/ssn",
                    "content/bios/msn",
                    "content/bios/type",
                    "content/hardware/chassis_type",
                    "content/hardware/uuid",
                    "content/hardware/vmsystem",
                    "content/network_device/manufacturer",
                    "content/network_device/model",
                    "content/network_device/serial",
                    "content/network_device/mac",
                    "content/network_device/type",
                    "content/pagecounters/total",
                    "content/pagecounters/printtotal",
                    "content/pagecounters/color",
                    "content/pagecounters/printcolor");

    /** What makers leave in place of a serial number. */
    private static final Pattern NO_SERIAL =
            Pattern.compile(
                    "(?i)[0\\-. ]*|f+[-f]*|x+|1234567(89?0?)?|none|no asset( ?tag)?|n/?a|unknown|invalid|empty|null"
                            + "|not (specified|available|applicable)|default( string)?|oem"
                            + "|to be filled by o\\.?e\\.?m\\.?|(system|chassis|base board|board)"
                            + " (serial( ?number)?|version|manufacturer)|serial( ?number)?"
                            + "|03000200-0400-0500-0006-000700080009|release-keys");

    private static final Pattern WATTS =
            Pattern.compile(
                    "(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*(?:w|watts?)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> powers = new ArrayList<>();
    private int namedSupplies;
    private int listedSupplies;

    /**
     * Takes a text; the first at a place counts, and those of places that are not read are left.
     */
    void take(String place, String text) {
        if (place.equals(POWER)) {
            powers.add(text);
        } else if (READ.contains(place) && !text.isBlank()) {
            texts.putIfAbsent(place, text.strip());
        }
    }

    /**
     * Counts what begins at a place.
     *
     * @param isListed whether it is an item of a list, as in JSON
     */
    void begin(String place, boolean isListed) {
        if (place.equals(SUPPLIES) && isListed) {
            listedSupplies++;
        } else if (place.equals(SUPPLIES)) {
            namedSupplies++;
        }
    }

    /** The text at a place below {@code content}. */
    Optional<String> content(String place) {
        return Optional.ofNullable(texts.get("content/" + place));
    }

    /** The first that is there of the texts at some places below {@code content}. */
    Optional<String> anyOf(String... places) {
        for (String place : places) {
            if (content(place).isPresent()) {
                return content(place);
            }
        }
        return Optional.empty();
    }

    /** What the report calls itself, in lower case; empty where it does not say. */
    String kind() {
        String text = texts.getOrDefault("action", texts.getOrDefault("query", ""));
        return text.toLowerCase(Locale.ROOT);
    }

    /** What kind of asset it is of, in lower case; a computer where it does not say. */
    String itemType() {
        return texts.getOrDefault("itemtype", "Computer").toLowerCase(Locale.ROOT);
    }

    /** Whether it is of a device that was asked over the network. */
    boolean isOfNetworkDevice() {
        return texts.keySet().stream()
                .anyMatch(place -> place.startsWith("content/network_device"));
    }

    /** Whether there is anything in it that says what the device is. */
    boolean hasDevice() {
        return isOfNetworkDevice()
                || texts.keySet().stream()
                        .anyMatch(
                                place ->
                                        place.startsWith("content/bios")
                                                || place.startsWith("content/hardware"));
    }

    /** Whether it is of a machine that is none, but runs on one. */
    boolean isVirtual() {
        return content("hardware/vmsystem")
                .filter(system -> !system.equalsIgnoreCase("physical"))
                .isPresent();
    }

    /** The serial number; empty where there is none, or what makers leave in its place. */
    Optional<String> serial() {
        return usable("network_device/serial")
                .or(() -> usable("bios/ssn"))
                .or(() -> usable("bios/msn"));
    }

    private Optional<String> usable(String place) {
        return content(place).filter(text -> !NO_SERIAL.matcher(text).matches());
    }

    /** The asset tag, where it is one: many hold the name of the host. */
    Optional<String> assetTag() {
        String host = texts.getOrDefault(HOST, "");
        return usable("bios/assettag").filter(tag -> !tag.equalsIgnoreCase(host));
    }

    /** What stands for the device: the hash of its serial number, or else of its UUID or MAC. */
    Optional<String> identity() {
        return serial().or(() -> usable("hardware/uuid"))
                .or(() -> usable("network_device/mac"))
                .map(TextHash::of);
    }

    /** Power of all its supplies by their name plates; empty where one does not tell it. */
    Optional<BigDecimal> ratedW() {
        int supplies = listedSupplies > 0 ? listedSupplies : namedSupplies;
        if (powers.isEmpty() || powers.size() < supplies) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String power : powers) {
            Matcher watts = WATTS.matcher(power.strip());
            if (!watts.matches()) {
                return Optional.empty();
            }
            sum = sum.add(new BigDecimal(watts.group(1).replace(',', '.')));
        }
        return Optional.of(sum).filter(it -> it.signum() > 0);
    }
}
