package eu.wattpeil.sample;

import java.util.List;

/**
 * The classes of devices: how many the town hall has, how old they may be at the start, how many
 * are bought a year, and the (invented) makers and models, oldest first.
 */
enum AssetCategory {
    LAPTOP(
            "Laptop",
            "LT",
            330,
            78,
            60,
            1_450,
            true,
            new Product("Brevanto", "Flex 14", 74_900, 72),
            new Product("Tessaro", "Notix 5", 82_900, 72),
            new Product("Brevanto", "Flex 14 G2", 89_900, 84)),
    MONITOR(
            "Beeldscherm",
            "BS",
            376,
            110,
            34,
            5_300,
            true,
            new Product("Lumarel", "Helder 22\"", 14_900, 0),
            new Product("Lumarel", "Helder 24\"", 17_900, 0),
            new Product("Zichtwel", "Breed 27", 24_900, 0)),
    DESKTOP(
            "Desktop",
            "DT",
            40,
            96,
            4,
            5_200,
            true,
            new Product("Brevanto", "Toren 300", 64_900, 84),
            new Product("Tessaro", "Blok Mini", 71_900, 84)),
    SERVER(
            "Server",
            "SV",
            24,
            90,
            0,
            22_000,
            false,
            new Product("Kolvaris", "RX-210", 524_000, 96),
            new Product("Kolvaris", "RX-420", 689_000, 96)),
    PRINTER(
            "Printer",
            "PR",
            30,
            90,
            2,
            14_500,
            true,
            new Product("Papyron", "M300", 42_500, 84),
            new Product("Papyron", "MFP 5500", 315_000, 84, "Multifunctional", 0)),
    SMARTPHONE(
            "Smartphone",
            "SP",
            52,
            54,
            14,
            180,
            true,
            new Product("Mobira", "Een 4", 32_900, 60),
            new Product("Mobira", "Een 5", 36_900, 84)),
    TABLET("Tablet", "TB", 20, 66, 4, 620, true, new Product("Mobira", "Plank 10", 41_900, 60)),
    THIN_CLIENT(
            "Thin client",
            "TC",
            16,
            100,
            0,
            950,
            true,
            new Product("Tessaro", "Mini T1", 28_900, 84)),
    NETWORK(
            "Netwerk",
            "NW",
            14,
            100,
            1,
            3_900,
            false,
            new Product("Knoopnet", "SW-24", 98_000, 120, "", 241),
            new Product("Knoopnet", "SW-48", 176_000, 120, "", 526));

    private final String register;
    private final String prefix;
    private final int initialCount;
    private final int initialAgeMonths;
    private final int boughtPerYear;
    private final int grams;
    private final boolean isOfDepartment;
    private final List<Product> products;

    AssetCategory(
            String register,
            String prefix,
            int initialCount,
            int initialAgeMonths,
            int boughtPerYear,
            int grams,
            boolean isOfDepartment,
            Product... products) {
        this.register = register;
        this.prefix = prefix;
        this.initialCount = initialCount;
        this.initialAgeMonths = initialAgeMonths;
        this.boughtPerYear = boughtPerYear;
        this.grams = grams;
        this.isOfDepartment = isOfDepartment;
        this.products = List.of(products);
    }

    /** Name in the asset register. */
    String register() {
        return register;
    }

    /** First letters of the inventory number. */
    String prefix() {
        return prefix;
    }

    int initialCount() {
        return initialCount;
    }

    /** Age of the oldest device at the start. */
    int initialAgeMonths() {
        return initialAgeMonths;
    }

    int boughtPerYear() {
        return boughtPerYear;
    }

    /** Mass of a device, in grams. */
    int grams() {
        return grams;
    }

    /** Whether a department uses it, rather than everybody. */
    boolean isOfDepartment() {
        return isOfDepartment;
    }

    /** The model that was bought when a device of that age was new. */
    Product productOfAge(int ageMonths) {
        int steps = products.size();
        int back = Math.min(steps - 1, ageMonths * steps / (initialAgeMonths + 1));
        return products.get(steps - 1 - back);
    }

    /**
     * A device as it is sold.
     *
     * @param supportMonths how long it gets updates; 0 where there are none
     * @param register what the asset register calls it; empty where it is called after its class
     * @param kwhPerYear on its data sheet; 0 where nobody looked it up
     */
    record Product(
            String maker,
            String model,
            int priceCents,
            int supportMonths,
            String register,
            int kwhPerYear) {

        Product(String maker, String model, int priceCents, int supportMonths) {
            this(maker, model, priceCents, supportMonths, "", 0);
        }
    }
}
