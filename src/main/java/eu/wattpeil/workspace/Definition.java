package eu.wattpeil.workspace;

import java.util.Optional;

/**
 * A file of {@code jobs/collect}: a source, its format and its table.
 *
 * @param name the file's name without ending
 * @param format as it is written: a reader, or a preset
 * @param preset that the format names; empty where it names a reader
 * @param options of the format, over those of its preset; to be read by the reader
 * @param source where its documents come from, to be read by the kind of source it names
 * @param schedule at the times of which the server looks for documents; empty for whenever it
 *     computes
 * @param failAboveShare share of rows, 0 to 1, above which the job fails
 */
public record Definition(
        String name,
        String dataset,
        Place datasetPlace,
        String format,
        Place formatPlace,
        Optional<Preset> preset,
        Section source,
        Optional<Schedule> schedule,
        Section options,
        double failAboveShare) {

    public Definition {
        if (!(failAboveShare >= 0 && failAboveShare <= 1)) {
            throw new IllegalArgumentException(
                    "fail-above-share is " + failAboveShare + ", expected a share from 0 to 1");
        }
    }

    /** What finds the records in a document, whether the format is it or a preset of it. */
    public String reader() {
        return preset.map(Preset::reader).orElse(format);
    }

    /** Where it stands, relative to the workspace. */
    public String file() {
        return formatPlace.file();
    }
}
