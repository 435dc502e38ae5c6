package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.TextHash;
import eu.wattpeil.store.Text;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The series of readings in a feed: one for each MeterReading, with what becomes of it. */
final class FeedSeries {

    private static final int DECIMALS = 3;
    private static final String ELECTRICITY = "0";

    private final FeedIndex index;
    private final Optional<String> meterKey;
    private final Map<String, Series> byPlace = new HashMap<>();
    private final Map<Flow, Integer> flows = new EnumMap<>(Flow.class);

    /** What becomes of the readings of a MeterReading. */
    sealed interface Series {}

    /**
     * They are read.
     *
     * @param number gives thousandths of Wh
     */
    record Energy(Text meterKey, DecimalText number, ReadingType type) implements Series {}

    /** They are of something else. */
    record LeftOut(ReadingType.Other other) implements Series {}

    /** It is not known what they are. */
    record Flawed(String field, Reason reason, String expected, String found) implements Series {}

    /**
     * Those of a feed.
     *
     * @param meterKey that a definition gives to the connection
     * @throws UnusableDocumentException where readings would have no meter
     */
    FeedSeries(FeedIndex index, Optional<String> meterKey) throws UnusableDocumentException {
        this.index = index;
        this.meterKey = meterKey;
        if (meterKey.isPresent() && index.damage().isPresent()) {
            throw new UnusableDocumentException(
                    Reason.DAMAGED_DOCUMENT,
                    index.damage().get().expected(),
                    index.damage().get().found());
        }
        for (String place : index.places()) {
            energyType(place).ifPresent(type -> flows.merge(type.flow(), 1, Integer::sum));
        }
        for (String place : index.places()) {
            byPlace.put(place, series(place));
        }
    }

    private Optional<ReadingType> energyType(String place) {
        Set<ReadingType> types = index.typesOf(place);
        return types.size() == 1
                ? types.stream().filter(type -> other(place, type).isEmpty()).findFirst()
                : Optional.empty();
    }

    private Optional<ReadingType.Other> other(String place, ReadingType type) {
        String service = index.serviceOf(place);
        boolean isOfAnother = !service.isEmpty() && !service.equals(ELECTRICITY);
        return type.other().isEmpty() && !type.isOfElectricity() && isOfAnother
                ? Optional.of(
                        new ReadingType.Other("ServiceCategory/kind", service, "0 (electricity)"))
                : type.other();
    }

    private Series series(String place) throws UnusableDocumentException {
        Set<ReadingType> types = index.typesOf(place);
        if (types.size() != 1) {
            return unknownType(types);
        }
        ReadingType type = types.iterator().next();
        if (!type.hasUnit()) {
            return new Flawed("uom", Reason.MISSING_VALUE, "a unit, such as 72 (Wh)", "");
        }
        Optional<ReadingType.Other> other = other(place, type);
        if (other.isPresent()) {
            return new LeftOut(other.get());
        }
        if (place.isEmpty() && meterKey.isEmpty()) {
            throw new UnusableDocumentException(
                    Reason.MISSING_VALUE,
                    "links of blocks to their MeterReadings, or the option meter-key, which names"
                            + " the meter",
                    "without either");
        }
        return type.factor()
                .<Series>map(
                        factor ->
                                new Energy(
                                        Text.of(key(place, type.flow())),
                                        DecimalText.of(
                                                new NumberSigns('.'),
                                                StandardCharsets.UTF_8,
                                                DECIMALS,
                                                Ratio.of(factor)),
                                        type))
                .orElseGet(
                        () ->
                                new Flawed(
                                        "powerOfTenMultiplier",
                                        Reason.UNREADABLE_VALUE,
                                        "a power of ten from -12 to 12",
                                        type.code("powerOfTenMultiplier")));
    }

    private static Series unknownType(Collection<ReadingType> types) {
        return new Flawed(
                "ReadingType",
                Reason.MISSING_VALUE,
                "one ReadingType to which links of the MeterReading lead",
                types.isEmpty() ? "" : "several that differ");
    }

    /** Its own by its place alone, so that no other document and no rest of one changes it. */
    private String key(String place, Flow flow) {
        if (meterKey.isEmpty()) {
            return flow.meterKey(TextHash.of(place));
        }
        boolean isAlone = flows.getOrDefault(flow, 0) == 1;
        return flow.meterKey(isAlone ? meterKey.get() : meterKey.get() + "-" + TextHash.of(place));
    }

    /** The series to which a block with these links belongs. */
    Series of(FeedLinks links) {
        Optional<String> place = index.placeOf(links);
        if (place.isEmpty()) {
            return new Flawed(
                    "MeterReading",
                    Reason.MISSING_VALUE,
                    "a link of the block that leads to its MeterReading",
                    "");
        }
        return Objects.requireNonNull(byPlace.get(place.get()));
    }
}
