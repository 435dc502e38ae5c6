package eu.wattpeil.cli;

import eu.wattpeil.store.ForgottenDocument;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lets documents in again that were taken out of the store. */
@Command(
        name = "restore",
        description = {
            "Let documents in again that were taken out of the store: the next run reads them, where",
            "their files are still there. documents --forgotten lists them."
        })
final class DocumentsRestoreCommand implements Callable<Integer> {

    @ParentCommand private DocumentsCommand documents;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "DOCUMENT",
            description = "the id of a document, or as much of it as no other begins with")
    private List<String> ids;

    @Override
    public Integer call() throws IOException {
        for (ForgottenDocument document : documents.documents().restore(ids)) {
            spec.commandLine()
                    .getOut()
                    .println(
                            document.contentId()
                                    + "  "
                                    + document.definition()
                                    + "  let in again: the next run reads it where its file is"
                                    + " there");
        }
        return CommandLineInterface.DONE;
    }
}
