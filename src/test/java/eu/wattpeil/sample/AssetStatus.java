package eu.wattpeil.sample;

/** Where a device is in its life, as the asset register says it. */
enum AssetStatus {
    ORDERED("Besteld"),
    IN_STOCK("Voorraad"),
    IN_USE("In gebruik"),
    IN_REPAIR("In herstelling"),
    DISPOSED("Afgevoerd");

    private final String register;

    AssetStatus(String register) {
        this.register = register;
    }

    String register() {
        return register;
    }
}
