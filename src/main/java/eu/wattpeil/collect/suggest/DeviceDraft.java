package eu.wattpeil.collect.suggest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a table for an inventory of devices. Users are not looked at. */
final class DeviceDraft {

    static final String DATASET = "devices";

    private static final int MOST_CODES = 60;

    /** What texts of categories mean; the first that fits. */
    private static final Map<Pattern, String> CATEGORIES =
            ordered(
                    "thin client|thinclient|zero client", "thin_client",
                    "laptop|laptops|notebook|notebooks|portable|ordinateur portable|macbook|convertible|ultrabook|portatil",
                            "laptop",
                    "desktop|desktops|workstation|pc|tower|mini tower|all in one|vaste pc|ordinateur fixe|arbeitsplatz|imac|minipc|mini pc",
                            "desktop",
                    "mfp|multifunctional|multifunction|multifunctionele|multifonction|multifunktionsgerat|copier|kopieerapparaat|photocopieur",
                            "mfp",
                    "printer|printers|imprimante|imprimantes|drucker", "printer",
                    "monitor|monitors|beeldscherm|beeldschermen|scherm|screen|display|ecran|ecrans|bildschirm|bildschirme",
                            "monitor",
                    "smartphone|smartphones|gsm|phone|mobile|mobile phone|telefoon|telephone|handy|iphone|mobiltelefon",
                            "smartphone",
                    "tablet|tablets|tablette|ipad", "tablet",
                    "server|servers|serveur|serveurs|rack server|blade", "server",
                    "switch|switches|router|routers|network|netwerk|reseau|netzwerk|access point|firewall|wifi|netwerkapparatuur",
                            "network");

    private static final Map<Pattern, String> STATUSES =
            ordered(
                    "ordered|besteld|on order|commande|en commande|bestellt|requested", "ordered",
                    "repair|herstelling|in herstelling|reparatie|en reparation|reparatur|maintenance|broken|defect",
                            "in_repair",
                    "disposed|afgevoerd|retired|archived|scrapped|rebut|reforme|ausgemustert|entsorgt|out of service|buiten gebruik|hors service|decommissioned|sold|verkocht|lost",
                            "disposed",
                    "stock|in stock|voorraad|op voorraad|en stock|lager|spare|ready to deploy|reserve|available|beschikbaar|disponible",
                            "in_stock",
                    "use|in use|in gebruik|gebruik|en service|en utilisation|utilise|in betrieb|in gebrauch|active|actief|actif|deployed|production|in productie|online|assigned",
                            "in_use");

    private static final Map<Pattern, String> CONDITIONS =
            ordered(
                    "refurbished|reconditionne|refurb|tweedehands|second hand|generaluberholt|occasion|used",
                            "refurbished",
                    "new|nieuw|neuf|neu", "new");

    /** In the column of numbers of devices, what adds the others up. */
    private static final Pattern TOTAL = Pattern.compile("(?i)(totaal|total|gesamt|summe)\\b.*");

    private final TableDraft table;
    private final Draft draft;

    private DeviceDraft(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    private static Map<Pattern, String> ordered(String... pairs) {
        Map<Pattern, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(Words.any(pairs[i]), pairs[i + 1]);
        }
        return ordered;
    }

    /**
     * The definition; empty where the table does not look like an inventory.
     *
     * @param documentName of the file, which may tell the day
     * @param changedOn day of the file, where nothing else tells one
     */
    static Optional<Draft> of(Seen seen, String documentName, LocalDate changedOn) {
        TableDraft table = new TableDraft(seen, DATASET);
        List<String> kinds =
                List.of(
                        "serial|serial number|serialnumber|serienummer|serienr|numero de serie|seriennummer|n de serie|service tag",
                        "manufacturer|brand|make|vendor|merk|fabrikant|fabricant|marque|hersteller|marke",
                        "model|modele|modell|model name|product name",
                        "asset tag|asset|asset id|inventory number|inventarisnummer|inventarisnr|numero d inventaire|inventarnummer|nom equipement physique");
        long marks =
                kinds.stream()
                        .filter(words -> table.called(words.split("\\|")).isPresent())
                        .count();
        return marks >= 2
                ? Optional.of(new DeviceDraft(table).draft(documentName, changedOn))
                : Optional.empty();
    }

    private Draft draft(String documentName, LocalDate changedOn) {
        id();
        coded(
                "category",
                CATEGORIES,
                "category",
                "device type",
                "asset type",
                "categorie",
                "kategorie",
                "chassis type",
                "chassis",
                "type",
                "soort",
                "role",
                "gattung",
                "kind");
        table.text(
                "manufacturer",
                "manufacturer",
                "brand",
                "merk",
                "fabrikant",
                "fabricant",
                "marque",
                "hersteller",
                "marke",
                "vendor",
                "make");
        table.text(
                "model",
                "model",
                "model name",
                "modele",
                "modell",
                "product name",
                "product",
                "type");
        serial();
        coded(
                "status",
                STATUSES,
                "status",
                "statut",
                "status label",
                "lifecycle",
                "state",
                "staat",
                "etat");
        table.date(
                "purchased_on",
                "purchase date",
                "purchased",
                "aankoopdatum",
                "aanschafdatum",
                "date of purchase",
                "date d achat",
                "date achat",
                "kaufdatum",
                "anschaffungsdatum",
                "besteldatum",
                "order date");
        table.date(
                "first_used_on",
                "in gebruik sinds",
                "ingebruikname",
                "in use since",
                "date de mise en service",
                "mise en service",
                "inbetriebnahme",
                "deployed",
                "enrolled");
        table.date(
                "support_until",
                "support until",
                "end of support",
                "einde ondersteuning",
                "warranty expires",
                "warranty expiration",
                "warranty end",
                "einde garantie",
                "fin de garantie",
                "garantieende",
                "eol date");
        table.date(
                "disposed_on",
                "disposal date",
                "afvoerdatum",
                "date retrait",
                "date de sortie",
                "retired",
                "ausmusterung");
        coded("condition", CONDITIONS, "condition", "toestand", "zustand");
        table.number(
                "price_eur",
                "purchase cost",
                "price",
                "prijs",
                "aankoopprijs",
                "prix",
                "prix d achat",
                "preis",
                "kaufpreis",
                "cost");
        table.text("supplier", "supplier", "leverancier", "fournisseur", "lieferant");
        table.number("quantity", "quantity", "aantal", "quantite", "anzahl", "menge", "stuks");
        table.number(
                "declared_kwh_per_year",
                "kwh jaar",
                "kwh year",
                "kwh an",
                "kwh jahr",
                "conso elec annuelle",
                "yearly tec");
        place("room_id", "room", "lokaal", "ruimte", "salle", "raum", "local");
        place(
                "site_id",
                "site",
                "location",
                "locatie",
                "standort",
                "lieu",
                "gebouw",
                "building",
                "vestiging",
                "batiment");
        place(
                "department_id",
                "department",
                "afdeling",
                "dienst",
                "departement",
                "service",
                "abteilung",
                "team");
        observed(documentName, changedOn);
        return draft;
    }

    private void passOverTotals(Column id) {
        if (id.filled().stream().anyMatch(value -> TOTAL.matcher(value).matches())) {
            draft.option("not", Map.of(id.reference(), Map.of("matches", TOTAL.pattern())));
            draft.note("not", "rows that add the others up are no devices");
        }
    }

    private void id() {
        Optional<Column> id =
                table.called(
                        "asset tag",
                        "inventory number",
                        "inventarisnummer",
                        "inventarisnr",
                        "numero d inventaire",
                        "inventarnummer",
                        "asset number",
                        "assetnummer",
                        "asset id",
                        "device id",
                        "nom equipement physique",
                        "id",
                        "otherserial");
        if (id.isEmpty()) {
            id =
                    table.called(
                            "serial number",
                            "serial",
                            "serienummer",
                            "serienr",
                            "numero de serie",
                            "seriennummer",
                            "device name",
                            "name",
                            "naam",
                            "nom",
                            "asset");
            id.ifPresent(
                    column ->
                            draft.doubt(
                                    "device_id: taken from "
                                            + Draft.text(column.reference())
                                            + ", for there is no inventory number; a name or a serial number stays the same as long as the device does"));
        }
        if (id.isEmpty()) {
            id =
                    table.left().stream()
                            .filter(column -> column.counts().size() == column.values().size())
                            .findFirst();
        }
        id.ifPresent(
                column -> {
                    draft.column("device_id", column.reference());
                    passOverTotals(column);
                    if (!column.isCalled(Words.any("serial|serienummer|seriennummer|serie"))) {
                        table.take(column);
                    }
                    long rows = column.filled().size();
                    if (column.counts().size() < rows) {
                        draft.doubt(
                                "device_id: "
                                        + (rows - column.counts().size())
                                        + " rows have one that stood there before");
                    }
                });
    }

    private void serial() {
        table.called(
                        "serial number",
                        "serialnumber",
                        "serial",
                        "serienummer",
                        "serienr",
                        "numero de serie",
                        "n de serie",
                        "seriennummer",
                        "service tag")
                .ifPresent(
                        column -> {
                            table.take(column);
                            Map<String, Object> section = new LinkedHashMap<>();
                            section.put("column", column.reference());
                            section.put("present", true);
                            draft.column("has_serial", section);
                        });
    }

    private void coded(String name, Map<Pattern, String> meanings, String... words) {
        Optional<Column> found =
                Stream.of(words)
                        .flatMap(word -> table.called(word).stream())
                        .filter(
                                column ->
                                        column.counts().keySet().stream()
                                                .anyMatch(text -> !code(text, meanings).isEmpty()))
                        .findFirst();
        if (found.isEmpty()) {
            table.called(words[0])
                    .ifPresent(
                            column ->
                                    draft.doubt(
                                            name
                                                    + ": no text of "
                                                    + Draft.text(column.reference())
                                                    + " is known: it is left out"));
            return;
        }
        Map<String, Integer> counts = found.get().counts();
        if (counts.isEmpty() || counts.size() > MOST_CODES) {
            return;
        }
        table.take(found.get());
        Map<String, Object> values = new LinkedHashMap<>();
        int unknown = 0;
        for (String text : counts.keySet()) {
            String code = code(text, meanings);
            values.put(text, code);
            unknown += code.isEmpty() ? 1 : 0;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", found.get().reference());
        section.put("values", values);
        draft.column(name, section);
        if (unknown > 0) {
            draft.doubt(
                    name
                            + ": "
                            + unknown
                            + " of "
                            + counts.size()
                            + " texts are left empty, which reads them as unknown; their rows count "
                            + values.entrySet().stream()
                                    .filter(entry -> entry.getValue().equals(""))
                                    .mapToInt(entry -> counts.getOrDefault(entry.getKey(), 0))
                                    .sum());
        }
    }

    private static String code(String text, Map<Pattern, String> meanings) {
        String plain = Words.plain(text);
        return meanings.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(plain).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private void place(String name, String... words) {
        table.called(words)
                .ifPresent(
                        column -> {
                            table.take(column);
                            draft.column(name, column.reference());
                            draft.note(
                                    name,
                                    "as written; values: {…} translates to the ids of config/");
                        });
    }

    private void observed(String documentName, LocalDate changedOn) {
        Map<String, Object> section = new LinkedHashMap<>();
        for (Map.Entry<String, String> form :
                Map.of("\\d{4}-\\d{2}-\\d{2}", "yyyy-MM-dd", "20\\d{6}", "yyyyMMdd").entrySet()) {
            if (Pattern.compile("(?<!\\d)" + form.getKey() + "(?!\\d)")
                    .matcher(documentName)
                    .find()) {
                section.put("document-name", "(?<!\\d)(" + form.getKey() + ")(?!\\d)");
                section.put("pattern", form.getValue());
                draft.column("observed_on", section);
                return;
            }
        }
        draft.constant("observed_on", changedOn.toString());
        draft.note(
                "observed_on",
                "TODO the day of the export; best in the file's name, as {document-name: \"(\\\\d{4}-\\\\d{2}-\\\\d{2})\", pattern: yyyy-MM-dd}");
        draft.doubt(
                "observed_on: neither the file nor its name tells the day of the snapshot; the day of its last change is taken");
    }
}
