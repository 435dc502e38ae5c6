package eu.wattpeil.collect;

import java.util.ArrayList;
import java.util.List;

/** What a run of {@code collect} has done so far, for the people who watch it. */
public final class Tally {

    static final int MOST_EXAMPLES = 5;

    private int documents;
    private long bytes;
    private long records;
    private long rejects;
    private final List<String> examples = new ArrayList<>();

    synchronized void add(Document document, Intake intake, Reading reading) {
        documents++;
        bytes += document.bytes();
        records += reading.row().records();
        rejects += reading.row().rejects();
        boolean isShown = !intake.dataset().isPersonal();
        for (Reject reject : reading.firstRejects()) {
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(message(document, reject, isShown));
            }
        }
    }

    public synchronized int documents() {
        return documents;
    }

    /** Of the documents, unpacked. */
    public synchronized long bytes() {
        return bytes;
    }

    public synchronized long records() {
        return records;
    }

    public synchronized long rejects() {
        return rejects;
    }

    /** The first rejects, as {@code document:line: field is "found", expected what}. */
    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }

    /** {@code document:line: field is "found", expected what}, without what is not to be shown. */
    static String message(Document document, Reject reject, boolean isShown) {
        String expected = ", expected " + reject.expected();
        if (reject.line() == 0) {
            String found = isShown && !reject.found().isEmpty() ? reject.found() : "unusable";
            return document.name() + ": the document is " + found + expected;
        }
        String place = document.name() + ":" + reject.line() + ": ";
        String subject = reject.field().isEmpty() ? "this row" : reject.field();
        if (reject.reason() == Reject.Reason.MISSING_VALUE && reject.found().isEmpty()) {
            return place + subject + " is missing" + expected;
        }
        String found =
                isShown && !reject.found().isEmpty() ? '"' + reject.found() + '"' : "unusable";
        return place + subject + " is " + found + expected;
    }
}
