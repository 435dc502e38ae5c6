package eu.wattpeil.web;

import eu.wattpeil.workspace.PagesSettings;
import eu.wattpeil.workspace.SecretPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What should be put right before others may look at the pages. */
public final class PagesConcerns {

    /** With fewer characters a token is found by trying. */
    private static final int SHORTEST_TOKEN = 16;

    private PagesConcerns() {}

    /** A line for each, with its place. */
    public static List<String> of(PagesSettings settings, Clock clock) {
        List<String> concerns = new ArrayList<>();
        settings.passwords().ifPresent(file -> add(file, concerns));
        settings.metricsToken().ifPresent(place -> add(place, concerns));
        settings.certificate()
                .flatMap(it -> CertificateCheck.fault(it, clock))
                .ifPresent(concerns::add);
        return concerns.stream().map(it -> settings.place() + ": " + it).toList();
    }

    private static void add(Path passwords, List<String> concerns) {
        try {
            if (PasswordFile.hashes(passwords).isEmpty()) {
                concerns.add(
                        "passwords: file "
                                + passwords
                                + " has nobody in it, expected somebody (wattpeil password NAME)");
            }
        } catch (PasswordFile.UnusableException unusable) {
            concerns.add(unusable.getMessage());
        }
    }

    private static void add(SecretPlace token, List<String> concerns) {
        if (token.isOpenToOthers()) {
            concerns.add(
                    "metrics-token: "
                            + token
                            + " can be read by other accounts, expected only by that of Wattpeil"
                            + " (chmod 600)");
        } else if (token.secret().filter(it -> it.value().length() >= SHORTEST_TOKEN).isEmpty()) {
            concerns.add(
                    "metrics-token: "
                            + token
                            + " is missing or short, expected "
                            + SHORTEST_TOKEN
                            + " characters or more in it");
        }
    }
}
