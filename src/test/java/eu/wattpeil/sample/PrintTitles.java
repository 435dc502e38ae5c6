package eu.wattpeil.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Invented titles of documents with what titles hold in practice: blanks, quotes, dashes, accents,
 * dashes alone, and words that look like the fields after the title.
 */
final class PrintTitles {

    private static final List<String> OF_ALL =
            List.of(
                    "Microsoft Word - Verslag overleg #.docx",
                    "Agenda teamvergadering.docx",
                    "Testpagina",
                    "untitled",
                    "-",
                    "Nota aan het college – versie #.docx",
                    "Outlook: RE: vraag over dossier #",
                    "Schermafdruk #.png",
                    "Planning week #.xlsx",
                    "Brochure A4",
                    "\"Waterdam leeft\" – nieuwsbrief.pdf",
                    "Document1",
                    "Uitnodiging receptie A3 one-sided");

    private static final Map<TownHallDepartment, List<String>> BY_DEPARTMENT = byDepartment();

    private PrintTitles() {}

    static String random(TownHallDepartment department, SampleRandom random) {
        List<String> titles = random.chance(0.3) ? OF_ALL : BY_DEPARTMENT.get(department);
        String title = random.pick(titles);
        return title.replace("#", String.valueOf(random.between(1, 60)));
    }

    private static Map<TownHallDepartment, List<String>> byDepartment() {
        Map<TownHallDepartment, List<String>> titles = new EnumMap<>(TownHallDepartment.class);
        titles.put(
                TownHallDepartment.CIVIL_AFFAIRS,
                List.of(
                        "Uittreksel bevolkingsregister",
                        "Attest van woonst",
                        "Aangifte adreswijziging",
                        "Formulier \"reistoelating minderjarige\".pdf",
                        "Geboorteakte – kopie",
                        "Wachtlijst loket #.xlsx"));
        titles.put(
                TownHallDepartment.FINANCE,
                List.of(
                        "Financiële nota #.docx",
                        "Factuurlijst #.xlsx",
                        "Budgetwijziging 2026 - ontwerp.pdf",
                        "Belastingkohier #",
                        "Jaarrekening – toelichting.pdf"));
        titles.put(
                TownHallDepartment.ICT,
                List.of(
                        "Bestelbon hardware #",
                        "Netwerkplan stadhuis.vsd",
                        "Handleiding VPN (v2).pdf",
                        "Bruikleenovereenkomst laptop"));
        titles.put(
                TownHallDepartment.PERSONNEL,
                List.of(
                        "Arbeidsreglement.pdf",
                        "Vacature #: deskundige.docx",
                        "Selectieprocedure – verslag #.docx",
                        "Vormingsaanbod najaar.pdf"));
        titles.put(
                TownHallDepartment.SPACE,
                List.of(
                        "Omgevingsvergunning # - beslissing.pdf",
                        "Plan rooilijn #.dwg",
                        "Bekendmaking openbaar onderzoek",
                        "Proces-verbaal van plaatsbeschrijving #.docx",
                        "RUP \"De Kaai\" – toelichtingsnota.pdf",
                        "Café-uitbating: aanvraag #.pdf"));
        titles.put(
                TownHallDepartment.WELFARE,
                List.of(
                        "Sociaal verslag #.docx",
                        "Aanvraag verwarmingstoelage",
                        "Cliëntfiche #",
                        "Beslissing bijzonder comité #.pdf",
                        "Menu dienstencentrum – week #.docx"));
        titles.put(
                TownHallDepartment.LIBRARY,
                List.of(
                        "Affiche voorleesuur.pdf",
                        "Uitleenoverzicht #.xlsx",
                        "Catalogus – rubriek #",
                        "Jeugdboekenmaand \"held\".pdf"));
        titles.put(
                TownHallDepartment.ARCHIVES,
                List.of("Inventaris fonds #.pdf", "Leeszaalaanvraag", "Notulen 1921 – scan #.tif"));
        return titles;
    }
}
