package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config/rooms.csv} and {@code config/ups.csv}. */
final class RoomFiles {

    static final String ROOMS = "config/rooms.csv";
    static final String UPS = "config/ups.csv";

    private static final Columns ROOM_COLUMNS =
            new Columns(
                    List.of("room_id", "site_id", "fact", "value", "valid_from"),
                    List.of("valid_to", "document", "documented_on"));
    private static final Columns UPS_COLUMNS =
            new Columns(
                    List.of("meter_id", "rated_kw", "valid_from", "source"), List.of("valid_to"));

    private static final int DECIMALS = 6;
    private static final int POWER_DECIMALS = 3;
    private static final Set<Meter.Role> OUTPUTS = Set.of(Meter.Role.UPS_OUT, Meter.Role.IT);
    private static final ValueType<String> YES_NO = ValueType.oneOf(Set.of("yes", "no"));

    private final CsvTable roomRows;
    private final CsvTable upsRows;

    RoomFiles(WorkspaceFiles files, Problems problems) {
        this.roomRows =
                files.find(ROOMS)
                        .map(file -> CsvTable.read(file, ROOM_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
        this.upsRows =
                files.find(UPS)
                        .map(file -> CsvTable.read(file, UPS_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    /** What stands in a column of the rooms, also in rows with mistakes. */
    Set<String> values(String column) {
        return roomRows.values(column);
    }

    /**
     * What both tables say.
     *
     * @param meterIds that any row of {@code config/meters.csv} names, also a row with mistakes
     * @param meters which may stand in the same rooms, with those of the outputs of power supplies
     */
    RoomRecords records(Set<String> meterIds, List<Meter> meters) {
        return new RoomRecords(facts(meters), ratings(meterIds, meters));
    }

    private List<RoomFact> facts(List<Meter> meters) {
        List<Validity.Row<RoomFact>> facts = new ArrayList<>();
        for (CsvRow row : roomRows.rows()) {
            fact(row)
                    .ifPresent(
                            it ->
                                    facts.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(
                facts, it -> "fact \"" + it.fact().code() + "\" of room \"" + it.roomId() + "\"");
        rejectMoves(facts, meters);
        return facts.stream().map(Validity.Row::value).toList();
    }

    private static Optional<RoomFact> fact(CsvRow row) {
        Optional<String> roomId = row.required("room_id", ValueType.ID);
        Optional<String> siteId = row.required("site_id", ValueType.ID);
        Optional<RoomFact.Fact> fact = row.required("fact", ValueType.oneOf(RoomFact.Fact.class));
        Optional<String> value = fact.flatMap(it -> value(row, it));
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        Optional<LocalDate> documentedOn = row.optional("documented_on", ValueType.DAY);
        return row.make(
                () ->
                        new RoomFact(
                                roomId.orElseThrow(),
                                siteId.orElseThrow(),
                                fact.orElseThrow(),
                                value.orElseThrow(),
                                validFrom.orElseThrow(),
                                validTo,
                                row.raw("document"),
                                documentedOn));
    }

    private static Optional<String> value(CsvRow row, RoomFact.Fact fact) {
        return switch (fact.kind()) {
            case TEXT -> Optional.of(row.text("value")).filter(text -> !text.isEmpty());
            case YES_NO -> row.required("value", YES_NO);
            case DAY -> row.required("value", ValueType.DAY).map(LocalDate::toString);
            case NUMBER ->
                    row.required("value", ValueType.fromZero(DECIMALS))
                            .map(BigDecimal::toPlainString);
        };
    }

    /** A room stands on one site, in this table and in that of the meters. */
    private static void rejectMoves(List<Validity.Row<RoomFact>> facts, List<Meter> meters) {
        Map<String, String> siteOfMeters =
                meters.stream()
                        .filter(meter -> !meter.roomId().isEmpty())
                        .collect(
                                Collectors.toMap(
                                        Meter::roomId, Meter::siteId, (first, other) -> first));
        Map<String, Validity.Row<RoomFact>> first = new HashMap<>();
        for (Validity.Row<RoomFact> row : facts) {
            RoomFact fact = row.value();
            String place = MeterFiles.METERS;
            Optional<String> site = Optional.ofNullable(siteOfMeters.get(fact.roomId()));
            Validity.Row<RoomFact> before = first.putIfAbsent(fact.roomId(), row);
            if (site.isEmpty() && before != null) {
                place = before.csv().place();
                site = Optional.of(before.value().siteId());
            }
            String other = place;
            site.filter(it -> !it.equals(fact.siteId()))
                    .ifPresent(
                            it ->
                                    row.csv()
                                            .problem(
                                                    "site_id of room \""
                                                            + fact.roomId()
                                                            + "\" is \""
                                                            + fact.siteId()
                                                            + "\", expected \""
                                                            + it
                                                            + "\" as in "
                                                            + other));
        }
    }

    private List<UpsRating> ratings(Set<String> meterIds, List<Meter> meters) {
        ValueType<String> known =
                ValueType.reference(meterIds, "a meter_id of " + MeterFiles.METERS);
        List<Validity.Row<UpsRating>> ratings = new ArrayList<>();
        for (CsvRow row : upsRows.rows()) {
            rating(row, known)
                    .ifPresent(
                            it ->
                                    ratings.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(ratings, it -> "meter_id \"" + it.meterId() + "\"");
        rejectOtherRoles(ratings, meters);
        return ratings.stream().map(Validity.Row::value).toList();
    }

    /** A load goes by what comes out. */
    private static void rejectOtherRoles(
            List<Validity.Row<UpsRating>> ratings, List<Meter> meters) {
        for (Validity.Row<UpsRating> row : ratings) {
            meters.stream()
                    .filter(meter -> meter.meterId().equals(row.value().meterId()))
                    .filter(meter -> !OUTPUTS.contains(meter.role()))
                    .findFirst()
                    .ifPresent(
                            meter ->
                                    row.csv()
                                            .problem(
                                                    "meter_id \""
                                                            + meter.meterId()
                                                            + "\" has the role "
                                                            + meter.role()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT)
                                                            + ", expected ups_out or it"));
        }
    }

    private static Optional<UpsRating> rating(CsvRow row, ValueType<String> knownMeter) {
        Optional<String> meterId = row.required("meter_id", knownMeter);
        Optional<BigDecimal> ratedKw =
                row.required("rated_kw", ValueType.aboveZero(POWER_DECIMALS));
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        String source = row.text("source");
        return row.make(
                () ->
                        new UpsRating(
                                meterId.orElseThrow(),
                                ratedKw.orElseThrow(),
                                validFrom.orElseThrow(),
                                validTo,
                                source));
    }
}
