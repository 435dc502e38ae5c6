package eu.wattpeil.report;

import eu.wattpeil.report.form.Forms;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks deliveries: there is what they name, and a word for who gets it. */
final class DeliveryCheck {

    private DeliveryCheck() {}

    static void check(Workspace workspace, Texts texts, Problems problems) {
        List<String> roles =
                texts.keys("en").stream()
                        .filter(key -> key.startsWith(CoverLetter.ROLE))
                        .map(key -> key.substring(CoverLetter.ROLE.length()))
                        .sorted()
                        .toList();
        List<String> reports = workspace.reports().stream().map(Report::name).toList();
        for (Delivery delivery : workspace.deliveries().all()) {
            Delivery.Places at = delivery.places();
            delivery.role().ifPresent(role -> check("role is", role, roles, at.role(), problems));
            check("report is", delivery.report(), reports, at.report(), problems);
            Optional<Report> report =
                    workspace.reports().stream()
                            .filter(it -> it.name().equals(delivery.report()))
                            .findFirst();
            List<String> forms = report.map(DeliveryCheck::forms).orElseGet(Forms::names);
            delivery.forms().forEach(form -> check("forms has", form, forms, at.forms(), problems));
        }
    }

    private static void check(
            String what, String found, Collection<String> known, Place place, Problems problems) {
        if (!known.contains(found)) {
            problems.add(place, what + " \"" + found + "\"" + Spelling.hint(found, known));
        }
    }

    /** The forms that a report is written in. */
    private static List<String> forms(Report report) {
        return report.forms().isEmpty() ? Forms.names() : report.forms();
    }
}
