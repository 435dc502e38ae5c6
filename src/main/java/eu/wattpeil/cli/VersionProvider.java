package eu.wattpeil.cli;

import eu.wattpeil.workspace.SoftwareVersion;
import picocli.CommandLine.IVersionProvider;

/** The version for {@code --version}. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"wattpeil " + SoftwareVersion.text()};
    }
}
