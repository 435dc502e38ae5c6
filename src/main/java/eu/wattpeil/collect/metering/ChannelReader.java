package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.metering.Telegram.Entry;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.store.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a telegram says of the meters that hang on an electricity meter by M-Bus: gas, heat,
 * cold and water. These are read every five minutes or every hour, and each telegram until the next
 * time repeats it.
 */
final class ChannelReader {

    private static final int CHANNELS = 9;
    private static final int MAX_KNOWN = 10_000;

    /** No meter with this port is older; an earlier time says that nothing was read yet. */
    private static final long EARLIEST = Duration.ofDays(30L * 365).toMillis() * 1_000;

    private final TelegramRows rows;
    private final TelegramTime times;
    private final Optional<Ratio> gasWhPerLitre;
    private final Map<String, Long> lastReadAt = new HashMap<>();

    /**
     * @param gasWhPerLitre energy of gas; where it is not known, volumes of gas are passed over
     */
    ChannelReader(TelegramRows rows, TelegramTime times, Optional<Ratio> gasWhPerLitre) {
        this.rows = rows;
        this.times = times;
        this.gasWhPerLitre = gasWhPerLitre;
    }

    /** Reads all channels of a telegram. */
    void read(Telegram telegram, String key) {
        for (int channel = 1; channel <= CHANNELS; channel++) {
            Entry type = telegram.of("0-" + channel + ":24.1.0");
            String quantity = type == null ? null : quantity(type.number());
            Entry register = register(telegram, channel);
            if (quantity != null && register != null) {
                read(register, quantity, key(telegram, channel, key));
            }
        }
    }

    private void read(Entry register, String quantity, String key) {
        boolean isVolumeOfGas = quantity.equals("gas") && register.unit().equals("m3");
        long readAt =
                register.values().size() > 1 ? times.instant(register.values().get(0)) : rows.at();
        boolean isRead = readAt != NoValue.UNREADABLE && readAt > EARLIEST;
        if (!isRead || isVolumeOfGas && gasWhPerLitre.isEmpty()) {
            return;
        }
        if (lastReadAt.size() > MAX_KNOWN) {
            lastReadAt.clear();
        }
        if (key.isEmpty()) {
            rows.rejectNumber(register.code());
            return;
        }
        Long last = lastReadAt.put(key, readAt);
        if (last == null || last != readAt) {
            rows.counter(Text.of(key), quantity, register, gasWhPerLitre.orElse(Ratio.ONE), readAt);
        }
    }

    /**
     * The number of the meter; where it does not tell one, that of the other and its channel. Empty
     * where neither tells one.
     */
    private static String key(Telegram telegram, int channel, String key) {
        for (String code : List.of(":96.1.0", ":96.1.1")) {
            Entry number = telegram.of("0-" + channel + code);
            if (number != null && !number.number().isEmpty()) {
                return EquipmentNumber.of(number.number());
            }
        }
        return key.isEmpty() ? "" : key + "-" + channel;
    }

    /** At base conditions, as it was measured, or as DSMR 2 and 3 write it. */
    private static @Nullable Entry register(Telegram telegram, int channel) {
        for (String code : List.of(":24.2.1", ":24.2.3", ":24.3.0")) {
            Entry register = telegram.of("0-" + channel + code);
            if (register != null) {
                return register;
            }
        }
        return null;
    }

    /** By the types of device of EN 13757-3; null for one that is no meter of a quantity. */
    private static @Nullable String quantity(String type) {
        String digits = type.replaceFirst("^0+(?=.)", "");
        return switch (digits) {
            case "2" -> "electricity";
            case "3" -> "gas";
            case "4", "10", "11", "12", "13" -> "heat";
            case "6", "7", "8" -> "water";
            default -> null;
        };
    }
}
