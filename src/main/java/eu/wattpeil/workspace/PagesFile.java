package eu.wattpeil.workspace;

import eu.wattpeil.workspace.PagesSettings.CertificateFiles;
import eu.wattpeil.workspace.PagesSettings.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code config/pages.yaml}: who may look at the pages of a server, and from where. */
final class PagesFile {

    static final String PAGES = "config/pages.yaml";

    /** No names: what one leads to may change, and is asked of somebody else. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private static final ValueType<InetAddress> IP_ADDRESS =
            ValueType.of("an IP address such as 10.0.0.5", PagesFile::address);

    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,99}");

    /** What says something else, or what others than the proxy write. */
    private static final Pattern TAKEN =
            Pattern.compile("authorization|host|cookie|forwarded|x-forwarded-.*");

    private static final ValueType<String> USER_HEADER =
            ValueType.of(
                    "the name of a header of its own, such as X-Remote-User",
                    text -> {
                        if (!HEADER.matcher(text).matches()
                                || TAKEN.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
                            throw new IllegalArgumentException(text);
                        }
                        return text;
                    });

    private static final ValueType<Path> FILE = ValueType.of("a file", Path::of);

    private final WorkspaceFiles files;
    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * @param environment variables that secrets may be in
     */
    PagesFile(WorkspaceFiles files, Map<String, String> environment, Problems problems) {
        this.files = files;
        this.environment = environment;
        this.problems = problems;
    }

    /** The settings; without the file, and where it is wrong, those of this machine alone. */
    PagesSettings settings() {
        return files.find(PAGES)
                .flatMap(file -> YamlFile.read(file, problems))
                .flatMap(this::settings)
                .orElse(PagesSettings.LOOPBACK);
    }

    private Optional<PagesSettings> settings(Section file) {
        int before = problems.count();
        InetAddress address =
                file.optional("address", IP_ADDRESS).orElse(PagesSettings.LOOPBACK.address());
        Optional<Path> passwords = file(file, "passwords");
        Optional<SecretPlace> token =
                SecretPlace.of(file, "metrics-token", files.root(), environment);
        Optional<CertificateFiles> certificate = certificate(file);
        Optional<Proxy> proxy = file.optionalSection("proxy").flatMap(this::proxy);
        file.rejectUnknownKeys();
        PagesSettings settings =
                new PagesSettings(
                        address,
                        passwords,
                        token,
                        certificate,
                        proxy,
                        place(file, "passwords", "proxy", "address"));
        if (problems.count() == before) {
            reject(file, settings);
        }
        return problems.count() == before ? Optional.of(settings) : Optional.empty();
    }

    private static void reject(Section file, PagesSettings settings) {
        if (settings.isForEverybody()) {
            if (!settings.isOfThisMachine()) {
                file.problem(
                        "address",
                        "address is "
                                + settings.address().getHostAddress()
                                + ", from where others reach the pages, expected passwords: FILE,"
                                + " or proxy: with a user-header:, by which it is known who may"
                                + " look");
            }
            for (String key : Set.of("metrics-token", "proxy")) {
                if (file.has(key)) {
                    file.problem(
                            key,
                            key
                                    + " keeps nobody out by itself, expected passwords: FILE, or"
                                    + " proxy: with a user-header:");
                }
            }
        } else if (!settings.isOfThisMachine()
                && settings.certificate().isEmpty()
                && settings.proxy().isEmpty()) {
            file.problem(
                    "passwords",
                    "passwords would be sent in the open, expected certificate: FILE and key:"
                            + " FILE, or proxy: with the addresses of a web server before the"
                            + " pages that has one");
        }
    }

    private Optional<CertificateFiles> certificate(Section file) {
        Optional<Path> chain = file(file, "certificate");
        Optional<Path> key = file(file, "key");
        if (file.has("certificate") != file.has("key")) {
            file.missing(file.has("certificate") ? "key" : "certificate");
        }
        return chain.isPresent() && key.isPresent()
                ? Optional.of(new CertificateFiles(chain.get(), key.get()))
                : Optional.empty();
    }

    private Optional<Proxy> proxy(Section section) {
        int before = problems.count();
        if (!section.has("addresses")) {
            section.missing("addresses");
        }
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (String text : section.texts("addresses")) {
            try {
                addresses.add(address(text));
            } catch (IllegalArgumentException none) {
                section.problem(
                        "addresses",
                        "addresses has \"" + text + "\"" + IP_ADDRESS.hint().apply(""));
            }
        }
        if (section.isList("addresses") && section.texts("addresses").isEmpty()) {
            section.problem("addresses", "addresses is empty, expected those of the proxy");
        }
        Optional<String> header = section.optional("user-header", USER_HEADER);
        section.rejectUnknownKeys();
        return problems.make(before, section.place(), () -> new Proxy(addresses, header));
    }

    private Optional<Path> file(Section section, String key) {
        return section.optional(key, FILE).map(files.root()::resolve);
    }

    private static Place place(Section file, String... keys) {
        for (String key : keys) {
            if (file.has(key)) {
                return file.place(key);
            }
        }
        return file.place();
    }

    private static InetAddress address(String text) {
        try {
            if (ADDRESS.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException none) {
            throw new IllegalArgumentException(text, none);
        }
        throw new IllegalArgumentException(text);
    }
}
