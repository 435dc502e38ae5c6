package eu.wattpeil.cli;

import eu.wattpeil.collect.snmp.DeviceKinds;
import eu.wattpeil.collect.source.snmp.DeviceException;
import eu.wattpeil.collect.source.snmp.Inquiry;
import eu.wattpeil.collect.source.snmp.Login;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks a device over SNMP of which kind it is, and prints a definition for it. */
@Command(
        name = "ask",
        description = {
            "Ask a UPS, rack PDU or printer over SNMP of which kind it is and what it says, and",
            "print a definition for it. Nothing is kept of what is printed.",
            "The community is taken from the environment variable SNMP_COMMUNITY; with --user the",
            "passphrases from SNMP_AUTHENTICATION and SNMP_PRIVACY."
        })
final class AskCommand implements Callable<Integer> {

    private static final String COMMUNITY = "SNMP_COMMUNITY";
    private static final String AUTHENTICATION = "SNMP_AUTHENTICATION";
    private static final String PRIVACY = "SNMP_PRIVACY";
    private static final int LONGEST_DESCRIPTION = 100;

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HOST", description = "its name or address")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "of its agent (default: 161)")
    private int port = 161;

    @Option(names = "--alias", paramLabel = "NAME", description = "its name in the definition")
    private String alias = "device-1";

    @Option(names = "--user", paramLabel = "NAME", description = "of SNMP v3")
    private @Nullable String user;

    @Option(
            names = "--authentication",
            paramLabel = "PROTOCOL",
            description = "SHA-256 (default), SHA-512, SHA or MD5")
    private String authentication = "SHA-256";

    @Option(
            names = "--privacy",
            paramLabel = "PROTOCOL",
            description = "AES-128 (default), AES-256 or DES")
    private String privacy = "AES-128";

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        DeviceKinds kinds = DeviceKinds.read(new WorkspaceFiles(wattpeil.workspace()), problems);
        if (!problems.isEmpty()) {
            throw new InvalidWorkspaceException(problems.all());
        }
        try {
            print(Inquiry.of(alias, host, port, login(), kinds, wattpeil.clock()));
            return CommandLineInterface.DONE;
        } catch (DeviceException failure) {
            spec.commandLine().getErr().println("the device " + failure.reason());
            return CommandLineInterface.FAILED;
        }
    }

    private Login login() {
        Map<String, String> environment = System.getenv();
        if (user == null) {
            return new Login.Community(SecretPlace.variable(COMMUNITY, environment));
        }
        return new Login.User(
                user,
                protection(authentication, AUTHENTICATION, environment),
                protection(privacy, PRIVACY, environment));
    }

    /** One without a passphrase is none. */
    private static Optional<Login.Protection> protection(
            String protocol, String variable, Map<String, String> environment) {
        return environment.containsKey(variable)
                ? Optional.of(
                        new Login.Protection(protocol, SecretPlace.variable(variable, environment)))
                : Optional.empty();
    }

    private void print(Inquiry inquiry) {
        PrintWriter out = spec.commandLine().getOut();
        String description = inquiry.description();
        out.println(
                "# sysObjectID "
                        + (inquiry.objectId().isEmpty() ? "unknown" : inquiry.objectId())
                        + ", "
                        + description.substring(
                                0, Math.min(LONGEST_DESCRIPTION, description.length())));
        if (inquiry.matches().isEmpty()) {
            out.println("# It gives no object of a kind of jobs/snmp that can be used.");
        }
        for (Inquiry.Match match : inquiry.matches()) {
            out.println("---");
            out.println("# " + match.kind().title());
            match.preview().lines().forEach(line -> out.println("#   " + line));
            match.preview().rejects().forEach(line -> out.println("#   not used: " + line));
            out.println("dataset: " + match.kind().dataset());
            out.println("format: snmp-poll");
            out.println("source:");
            out.println("  snmp:");
            out.println(
                    "    "
                            + alias
                            + ": {host: \""
                            + (port == 161 ? host : host + ":" + port)
                            + "\", kind: "
                            + match.kind().name()
                            + "}");
            printLogin(out);
        }
    }

    private void printLogin(PrintWriter out) {
        if (user == null) {
            out.println("  community: {env: " + COMMUNITY + "}");
            return;
        }
        out.println("  user: " + user);
        printProtection("authentication", authentication, AUTHENTICATION, out);
        printProtection("privacy", privacy, PRIVACY, out);
    }

    private static void printProtection(
            String key, String protocol, String variable, PrintWriter out) {
        if (System.getenv().containsKey(variable)) {
            out.println(
                    "  "
                            + key
                            + ": {protocol: "
                            + protocol
                            + ", passphrase: {env: "
                            + variable
                            + "}}");
        }
    }
}
