package eu.wattpeil.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that a goal or a measure can be about: {@code room:town-hall-sr}. */
final class ScopeIds {

    private static final String KEY = "scope";

    /** Ways of disposal, as the datasets name them. */
    private static final Set<String> ROUTES =
            Set.of(
                    "internal_reuse",
                    "donation",
                    "sale_for_reuse",
                    "return_to_supplier",
                    "parts_harvest",
                    "recycling",
                    "energy_recovery",
                    "landfill",
                    "lost",
                    "unknown");

    /** Rungs of the R-ladder that a register can tell of, and none of them. */
    private static final Set<String> RUNGS =
            Set.of("R0", "R1", "R3", "R4", "R5", "R6", "R8", "R9", "none");

    private final Map<String, Set<String>> ids;

    ScopeIds(
            MeterFiles metering,
            RoomFiles rooms,
            StaffFiles staff,
            FactorFiles factors,
            ProductFiles products) {
        Set<String> sites = new TreeSet<>(metering.values("site_id"));
        sites.addAll(staff.values("site_id"));
        sites.addAll(rooms.values("site_id"));
        Set<String> roomIds = new TreeSet<>(metering.values("room_id"));
        roomIds.addAll(rooms.values("room_id"));
        this.ids =
                Map.of(
                        Scope.ORGANISATION_KIND,
                        Set.of(Scope.ORGANISATION.id()),
                        "site",
                        sites,
                        "room",
                        roomIds,
                        "meter",
                        metering.values("meter_id"),
                        Scope.DEPARTMENT_KIND,
                        staff.values("department_id"),
                        Scope.CATEGORY_KIND,
                        factors.categories(),
                        "route",
                        ROUTES,
                        "rung",
                        RUNGS,
                        "programme",
                        products.programmes(),
                        // Printers are known from their logs only.
                        "printer",
                        Set.of());
    }

    /** The scope of an entry; the organisation where it says none. */
    Optional<Scope> read(Section entry) {
        return entry.has(KEY) ? read(entry, KEY) : Optional.of(Scope.ORGANISATION);
    }

    /** The scope that a key of an entry names. */
    Optional<Scope> read(Section entry, String key) {
        Optional<String> text = entry.optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.get().indexOf(':');
        if (colon < 1 || colon == text.get().length() - 1) {
            entry.problem(
                    key,
                    key + " is \"" + text.get() + "\", expected KIND:ID such as room:town-hall-sr");
            return Optional.empty();
        }
        Scope scope = new Scope(text.get().substring(0, colon), text.get().substring(colon + 1));
        Set<String> known = ids.get(scope.kind());
        if (known == null) {
            entry.problem(
                    key,
                    key
                            + " is of kind \""
                            + scope.kind()
                            + "\""
                            + Spelling.hint(scope.kind(), ids.keySet()));
            return Optional.empty();
        }
        if (!known.contains(scope.id()) && !scope.kind().equals("printer")) {
            entry.problem(
                    key,
                    scope.kind()
                            + " is \""
                            + scope.id()
                            + "\""
                            + Spelling.nearest(scope.id(), known)
                                    .map(Spelling::meant)
                                    .orElse(", expected one that stands in config/*.csv"));
            return Optional.empty();
        }
        return Optional.of(scope);
    }
}
