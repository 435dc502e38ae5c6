package eu.wattpeil.collect.snmp;

import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The kinds of devices of {@code jobs/snmp}: those that come with Wattpeil, with the workspace's
 * own in their place or beside them.
 */
public final class DeviceKinds {

    private static final String FOLDER = "jobs/snmp";

    private final Map<String, DeviceKind> kinds = new TreeMap<>();
    private final String fingerprint;

    private DeviceKinds(Map<String, Section> files) {
        List<String> texts = new ArrayList<>();
        files.forEach(
                (name, file) -> {
                    texts.add(name);
                    texts.add(file.canonical());
                    kinds.put(name, KindFile.read(name, file));
                });
        fingerprint = Fingerprint.of(texts);
    }

    /** Reads them; what is wrong in a file is noted. */
    public static DeviceKinds read(WorkspaceFiles files, Problems problems) {
        return new DeviceKinds(files.sections(FOLDER, problems));
    }

    /** The names of all. */
    public Set<String> names() {
        return kinds.keySet();
    }

    /** All, by name. */
    public Collection<DeviceKind> all() {
        return kinds.values();
    }

    /** The kind of a name. */
    public Optional<DeviceKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** Fingerprint of all that the files say. */
    String fingerprint() {
        return fingerprint;
    }
}
