package eu.wattpeil.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A device of the asset register on one day.
 *
 * @param number inventory number
 * @param serial serial number, known from delivery on
 * @param room name of the metered room it stands in; empty elsewhere
 * @param department empty for what is shared or not in use
 * @param usedOn first day of use
 * @param gap what nobody wrote down; the device has it all the same
 */
record Asset(
        String number,
        AssetCategory category,
        AssetCategory.Product product,
        String serial,
        AssetStatus status,
        String room,
        String department,
        Optional<LocalDate> usedOn,
        LocalDate purchasedOn,
        boolean isRefurbished,
        Gap gap) {

    static final String HEADER =
            "Inventarisnummer;Categorie;Merk;Model;Serienummer;Status;Locatie;Lokaal;Afdeling;"
                    + "In gebruik sinds;Aankoopdatum;Toestand;Prijs (EUR);Einde ondersteuning;"
                    + "Verbruik (kWh/jaar)";

    private static final int MULTIFUNCTIONAL_GRAMS = 86_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What is not on record of a device. */
    enum Gap {
        NONE,
        SERIAL,
        PURCHASE_DATE,
        STATUS
    }

    Asset with(AssetStatus newStatus) {
        return changed(newStatus, room, department, usedOn, gap);
    }

    /** With everything on record. */
    Asset completed() {
        return changed(status, room, department, usedOn, Gap.NONE);
    }

    /** Out of its room and department, back on the shelf. */
    Asset returned() {
        return changed(AssetStatus.IN_STOCK, "", "", usedOn, gap);
    }

    /** In use at the department from that day on; the first day of use stays. */
    Asset handedOut(String newDepartment, LocalDate day) {
        Optional<LocalDate> firstUsedOn = Optional.of(usedOn.orElse(day));
        return changed(AssetStatus.IN_USE, room, newDepartment, firstUsedOn, gap);
    }

    /** In use, and the register says so. */
    boolean isKnownInUse() {
        return status == AssetStatus.IN_USE && gap != Gap.STATUS;
    }

    /** Whether class, serial number, purchase date and status are all on record. */
    boolean isComplete() {
        return gap == Gap.NONE && status != AssetStatus.ORDERED;
    }

    int ageMonths(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(purchasedOn, day);
    }

    String row() {
        return row(gap == Gap.STATUS ? "" : status.register(), usedOn.map(DATE::format).orElse(""));
    }

    /** A row with a first day of use, or a status, that somebody typed wrongly. */
    String row(String writtenStatus, String writtenUsedOn) {
        boolean hasSerial = gap != Gap.SERIAL && status != AssetStatus.ORDERED;
        return String.join(
                ";",
                number,
                registerCategory(),
                product.maker(),
                quoted(product.model()),
                hasSerial ? serial : "",
                writtenStatus,
                "Stadhuis",
                room,
                department,
                writtenUsedOn,
                gap == Gap.PURCHASE_DATE ? "" : DATE.format(purchasedOn),
                isRefurbished ? "Refurbished" : "Nieuw",
                price(),
                supportUntil(),
                product.kwhPerYear() == 0 ? "" : Integer.toString(product.kwhPerYear()));
    }

    private Asset changed(
            AssetStatus newStatus,
            String newRoom,
            String newDepartment,
            Optional<LocalDate> newUsedOn,
            Gap newGap) {
        return new Asset(
                number,
                category,
                product,
                serial,
                newStatus,
                newRoom,
                newDepartment,
                newUsedOn,
                purchasedOn,
                isRefurbished,
                newGap);
    }

    /** Mass, in grams; a multifunctional printer stands on the floor. */
    int grams() {
        return product.register().isEmpty() ? category.grams() : MULTIFUNCTIONAL_GRAMS;
    }

    /** What the asset register calls its class. */
    String registerCategory() {
        return product.register().isEmpty() ? category.register() : product.register();
    }

    /** What it cost, in cents. */
    int priceCents() {
        return isRefurbished ? product.priceCents() * 11 / 20 : product.priceCents();
    }

    private String price() {
        int cents = priceCents();
        return cents / 100 + "," + String.valueOf(100 + cents % 100).substring(1);
    }

    private String supportUntil() {
        if (product.supportMonths() == 0) {
            return "";
        }
        return DATE.format(purchasedOn.plusMonths(product.supportMonths()));
    }

    private static String quoted(String text) {
        return text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
