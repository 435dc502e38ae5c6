package eu.wattpeil.collect.suggest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The day of which a snapshot is, as the name of its file tells it. */
final class SnapshotDay {

    private static final Map<String, String> FORMS =
            Map.of("\\d{4}-\\d{2}-\\d{2}", "yyyy-MM-dd", "20\\d{6}", "yyyyMMdd");

    private SnapshotDay() {}

    /**
     * Says it in a definition.
     *
     * @param changedOn day of the file, where its name tells none
     */
    static void put(Draft draft, String documentName, LocalDate changedOn) {
        Map<String, Object> section = new LinkedHashMap<>();
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
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
