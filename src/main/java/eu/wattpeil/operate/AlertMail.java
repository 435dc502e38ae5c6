package eu.wattpeil.operate;

import eu.wattpeil.deliver.Notice;
import eu.wattpeil.report.CoverLetter;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Alerts;
import eu.wattpeil.workspace.MailServer;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Mails alerts to those whom the workspace names, each in their language. */
public final class AlertMail {

    private final Workspace workspace;
    private final Clock clock;

    public AlertMail(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Sends an alert to those who have not got it; where the workspace names nobody, to nobody.
     *
     * @param got who has got it at earlier attempts, as they were kept
     * @param keep is told each change of them
     * @return what went wrong for good, as messages without addresses
     * @throws eu.wattpeil.failure.ExplainedException where another attempt may send it
     */
    public List<String> send(Alert alert, Set<String> got, Consumer<Set<String>> keep)
            throws IOException {
        Alerts alerts = workspace.deliveries().alerts().orElse(null);
        MailServer server = workspace.deliveries().server().orElse(null);
        if (alerts == null || server == null) {
            return List.of();
        }
        return new Notice(
                        workspace.settings().organisationName()
                                + "\n"
                                + alert.news()
                                + "\n"
                                + alert.at(),
                        alerts.recipients(),
                        recipient -> letter(alert, recipient.language()))
                .send(
                        server,
                        Setup.stateFolder(workspace.root()).resolve("alert-key"),
                        got,
                        keep,
                        clock);
    }

    /** Texts of the workspace's own may be the very trouble: then it is told in ours. */
    private CoverLetter letter(Alert alert, Locale language) {
        try {
            return letter(alert, workspace.files(), language);
        } catch (IllegalArgumentException unusable) {
            return letter(alert, WorkspaceFiles.packaged(), language);
        }
    }

    private CoverLetter letter(Alert alert, WorkspaceFiles files, Locale language) {
        return new AlertLetter(
                        workspace.settings().organisationName(),
                        workspace.settings().zone(),
                        Words.ofOrEnglish(Texts.read(files, new Problems()), language))
                .of(alert);
    }
}
