package eu.wattpeil.sample;

import java.time.LocalDate;

/**
 * What can be ordered, as the purchasing department describes it.
 *
 * @param group its product group
 * @param isIct whether it is ICT
 * @param cents price of a piece
 * @param grams mass of a piece
 * @param secondaryPercent of the mass what is reused or recycled; below 0 where nobody told
 * @param condition as bought
 * @param labels what is on the box, also what is no label of type 1
 * @param type1Until last day on which a label of type 1 is valid; the day before all others where
 *     there is none
 * @param isLabelPossible whether its group has labels of type 1
 * @param criteria how many criteria of the town apply
 * @param criteriaMet how many of them it meets
 * @param sheets sheets of paper in a piece
 */
record Article(
        String group,
        String maker,
        String model,
        String supplier,
        String contract,
        boolean isIct,
        int cents,
        int grams,
        int secondaryPercent,
        String condition,
        String labels,
        LocalDate type1Until,
        boolean isLabelPossible,
        int criteria,
        int criteriaMet,
        int sheets) {

    static final LocalDate NO_LABEL = LocalDate.MIN;
    static final LocalDate ALL_THE_TIME = LocalDate.of(2028, 12, 31);
    private static final LocalDate NEW_WORKPLACE_CONTRACT = LocalDate.of(2026, 7, 1);
    private static final String NO_LABELS = "geen";

    static final String NEW = "Nieuw";
    static final String REFURBISHED = "Refurbished";
    static final String REMANUFACTURED = "Gereviseerd";
    static final String REFILLED = "Hervuld";

    /** A device as the asset register lists it once it is ordered. */
    static Article of(Asset asset) {
        Terms terms = Terms.of(asset);
        return new Article(
                asset.registerCategory(),
                asset.product().maker(),
                asset.product().model(),
                terms.supplier(),
                terms.contract(),
                true,
                asset.priceCents(),
                asset.grams(),
                asset.isRefurbished() ? 100 : terms.secondaryPercent(),
                asset.isRefurbished() ? REFURBISHED : NEW,
                terms.labels(),
                terms.type1Until(),
                asset.category() != AssetCategory.NETWORK,
                5,
                terms.criteriaMet(),
                0);
    }

    /** A box of five reams. */
    static Article paper(boolean isRecycled) {
        return new Article(
                "Papier",
                isRecycled ? "Grijsblad" : "Witblad",
                "A4 80 g/m²",
                "Papier Direct",
                "C-2024-02",
                false,
                isRecycled ? 2_195 : 2_350,
                12_474,
                isRecycled ? 100 : 0,
                "",
                isRecycled ? "Blauer Engel" : "FSC Mix",
                isRecycled ? ALL_THE_TIME : NO_LABEL,
                true,
                3,
                isRecycled ? 3 : 1,
                2_500);
    }

    static Article toner(String condition) {
        boolean isRemanufactured = condition.equals(REMANUFACTURED);
        return new Article(
                "Toner",
                isRemanufactured ? "Inktkring" : "Papyron",
                "TN-55",
                "Inktkring",
                "C-2024-15",
                true,
                isRemanufactured ? 6_150 : 11_900,
                1_150,
                isRemanufactured ? 78 : -1,
                condition,
                isRemanufactured ? "Blauer Engel" : NO_LABELS,
                isRemanufactured ? ALL_THE_TIME : NO_LABEL,
                true,
                3,
                isRemanufactured ? 3 : 1,
                0);
    }

    /** Fair where its maker tells where the work and the tin come from. */
    static Article mouse(boolean isFair) {
        return new Article(
                "Muis",
                isFair ? "Eerlijkmuis" : "Tessaro",
                isFair ? "Eerlijk 2" : "M10",
                "Kantoor & Co",
                "",
                true,
                isFair ? 2_890 : 990,
                90,
                -1,
                NEW,
                isFair ? "Fairtrade" : NO_LABELS,
                NO_LABEL,
                false,
                2,
                isFair ? 2 : 0,
                0);
    }

    static Article chair() {
        return new Article(
                "Kantoormeubilair",
                "Zitwel",
                "Bureaustoel 4",
                "Meubelhuis Waterdam",
                "",
                false,
                31_500,
                16_400,
                -1,
                NEW,
                NO_LABELS,
                NO_LABEL,
                true,
                4,
                2,
                0);
    }

    boolean hasType1LabelOn(LocalDate day) {
        return !day.isAfter(type1Until);
    }

    boolean meetsAllCriteria() {
        return criteriaMet == criteria;
    }

    /** Who sells a device, and what is known of it. */
    private record Terms(
            String supplier,
            String contract,
            String labels,
            LocalDate type1Until,
            int secondaryPercent,
            int criteriaMet) {

        static Terms of(Asset asset) {
            if (asset.isRefurbished()) {
                return new Terms("Tweede Leven", "C-2026-06", "EPEAT", ALL_THE_TIME, 100, 5);
            }
            boolean isUnderNewContract = !asset.purchasedOn().isBefore(NEW_WORKPLACE_CONTRACT);
            String contract = isUnderNewContract ? "C-2026-05" : "C-2023-04";
            return switch (asset.category()) {
                case LAPTOP ->
                        new Terms(
                                "Kantoor & Co",
                                contract,
                                "TCO Certified,ENERGY STAR",
                                ALL_THE_TIME,
                                22,
                                isUnderNewContract ? 5 : 4);
                case DESKTOP -> new Terms("Kantoor & Co", contract, "EPEAT", ALL_THE_TIME, 18, 4);
                case THIN_CLIENT ->
                        new Terms("Kantoor & Co", contract, "ENERGY STAR", NO_LABEL, -1, 2);
                case MONITOR ->
                        new Terms(
                                "Kantoor & Co",
                                contract,
                                "TCO Certified",
                                LocalDate.of(2026, 6, 30),
                                45,
                                5);
                case SMARTPHONE, TABLET ->
                        new Terms("Telefonie Noord", "C-2024-11", NO_LABELS, NO_LABEL, -1, 3);
                case PRINTER ->
                        new Terms(
                                "Papyron Benelux",
                                "C-2026-01",
                                "Blauer Engel",
                                ALL_THE_TIME,
                                30,
                                5);
                case SERVER -> new Terms("Kolvaris", "C-2021-03", NO_LABELS, NO_LABEL, -1, 2);
                case NETWORK -> new Terms("Knoopnet", "C-2022-09", NO_LABELS, NO_LABEL, -1, 3);
            };
        }
    }
}
