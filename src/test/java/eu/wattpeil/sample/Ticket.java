package eu.wattpeil.sample;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A ticket of the service desk.
 *
 * @param closedOn empty while it is open
 * @param subject what it is about, as the service desk says it
 * @param outcome what came of it; empty where nobody wrote it down
 * @param device inventory number; empty for what concerns none
 * @param category class of the device as the asset register calls it
 * @param repairCents cost of the repair; 0 where there was none
 * @param replacementCents cost of a new one
 */
record Ticket(
        int number,
        LocalDate openedOn,
        Optional<LocalDate> closedOn,
        String subject,
        String outcome,
        String device,
        String category,
        boolean isForHome,
        int repairCents,
        int replacementCents) {

    static final String FAULT = "storing";
    static final String REQUEST = "aanvraag";
    static final String HANDOVER = "uitgifte";
    static final String REPAIRED = "hersteld";
    static final String REPLACED = "vervangen";
    static final String REDEPLOYED = "herverdeeld";
    static final String BOUGHT_NEW = "nieuw gekocht";
    static final String BOUGHT_REFURBISHED = "refurbished gekocht";
    static final String LENT = "uitgeleend";
    static final String MET_OTHERWISE = "anders opgelost";
    static final String REFUSED = "geweigerd";

    /** A fault of a device that is still open. */
    static Ticket fault(int number, Asset asset, LocalDate openedOn) {
        return new Ticket(
                number,
                openedOn,
                Optional.empty(),
                FAULT,
                "",
                asset.number(),
                asset.registerCategory(),
                false,
                0,
                asset.priceCents());
    }

    /** What somebody asked for or was handed, on one day. */
    static Ticket ofOneDay(
            int number,
            LocalDate day,
            String subject,
            String outcome,
            String device,
            String category,
            boolean isForHome) {
        return new Ticket(
                number, day, Optional.of(day), subject, outcome, device, category, isForHome, 0, 0);
    }

    Ticket closed(LocalDate day, String newOutcome, int newRepairCents) {
        return new Ticket(
                number,
                openedOn,
                Optional.of(day),
                subject,
                newOutcome,
                device,
                category,
                isForHome,
                newRepairCents,
                replacementCents);
    }

    boolean is(String someSubject, String someOutcome) {
        return subject.equals(someSubject) && outcome.equals(someOutcome);
    }

    /** Whether the device had a fault again within thirty days after this one was closed. */
    boolean isFollowedBy(Ticket other) {
        return other.subject.equals(FAULT)
                && other.device.equals(device)
                && closedOn.filter(day -> !other.openedOn.isBefore(day))
                        .filter(day -> !other.openedOn.isAfter(day.plusDays(30)))
                        .isPresent();
    }

    String xml() {
        StringBuilder element = new StringBuilder();
        element.append("  <ticket nummer=\"T-").append(number).append("\" geopend=\"");
        element.append(openedOn).append('"');
        closedOn.ifPresent(day -> element.append(" gesloten=\"").append(day).append('"'));
        element.append("><soort>").append(subject).append("</soort>");
        append(element, "uitkomst", outcome);
        append(element, "toestel", device);
        append(element, "klasse", category);
        append(element, "thuis", isForHome ? "ja" : "");
        append(element, "herstelling", repairCents == 0 ? "" : euros(repairCents));
        append(element, "nieuwprijs", replacementCents == 0 ? "" : euros(replacementCents));
        return element.append("</ticket>").toString();
    }

    private static void append(StringBuilder element, String name, String text) {
        if (!text.isEmpty()) {
            element.append('<').append(name).append('>').append(text);
            element.append("</").append(name).append('>');
        }
    }

    private static String euros(int cents) {
        return cents / 100 + "." + String.valueOf(100 + cents % 100).substring(1);
    }
}
