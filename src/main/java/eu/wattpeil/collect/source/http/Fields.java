package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.workspace.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads headers, parameters and addresses, and lets no secret stand among them. */
final class Fields {

    private static final Pattern SECRET_HEADER =
            Pattern.compile(
                    "(?i)(proxy-)?authorization|cookie|.*(token|api-?key|secret|password).*");
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i).*(token|api[-_]?key|access[-_]?key|secret|passw(or)?d).*");
    private static final URI ANY = URI.create("http://localhost/");

    private Fields() {}

    /** The headers of a section; what is wrong is noted. */
    static List<Field> headers(SourceContext context, String key) {
        List<Field> fields = read(context, key, SECRET_HEADER);
        Optional<Section> section = context.section().optionalSection(key);
        for (Field field : fields) {
            if (!isHeader(field)) {
                section.ifPresent(
                        it ->
                                it.problem(
                                        field.name(),
                                        key
                                                + " has \""
                                                + field.name()
                                                + "\" with what HTTP does not allow or sets itself,"
                                                + " expected another header"));
            }
        }
        return fields;
    }

    private static boolean isHeader(Field field) {
        try {
            String value = field instanceof Field.Plain plain ? plain.text().text() : "x";
            HttpRequest.newBuilder(ANY).header(field.name(), value);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** The parameters of a section; what is wrong is noted. */
    static List<Field> parameters(SourceContext context, String key) {
        return read(context, key, SECRET_PARAMETER);
    }

    private static List<Field> read(SourceContext context, String key, Pattern secretName) {
        List<Field> fields = new ArrayList<>();
        Optional<Section> section = context.section().optionalSection(key);
        if (section.isEmpty()) {
            return fields;
        }
        for (String name : List.copyOf(section.get().keys())) {
            if (section.get().isSection(name)) {
                Credential.of(context.within(section.get()), name)
                        .ifPresent(secret -> fields.add(new Field.Hidden(name, secret)));
            } else if (secretName.matcher(name).matches()) {
                section.get()
                        .problem(name, name + " is given openly, expected " + Credential.EXPECTED);
            } else {
                for (String text : section.get().texts(name)) {
                    template(section.get(), name, text)
                            .ifPresent(it -> fields.add(new Field.Plain(name, it)));
                }
            }
        }
        return fields;
    }

    /** A text with times; empty, with a problem, where a pattern of a time is none. */
    static Optional<Template> template(Section section, String key, String text) {
        try {
            return Optional.of(new Template(text));
        } catch (IllegalArgumentException noPattern) {
            section.problem(
                    key,
                    key
                            + " has \""
                            + text
                            + "\", expected times such as {from}, {from:epoch-seconds} or"
                            + " {from:yyyy-MM-dd}");
            return Optional.empty();
        }
    }

    /** An address without a secret in it; empty, with a problem, where it is none. */
    static Optional<URI> address(Section section, String key, String text) {
        Optional<URI> address = parsed(text);
        if (address.isEmpty()) {
            section.problem(
                    key,
                    key
                            + " is no address, expected one such as https://host/path, without"
                            + " blanks");
            return address;
        }
        boolean hasSecret =
                address.get().getRawUserInfo() != null
                        || (address.get().getRawQuery() != null
                                && List.of(address.get().getRawQuery().split("&")).stream()
                                        .map(part -> part.split("=", 2)[0])
                                        .anyMatch(SECRET_PARAMETER.asMatchPredicate()));
        if (hasSecret) {
            section.problem(
                    key,
                    key
                            + " has a user or a secret in it, expected it under auth, headers or"
                            + " query as "
                            + Credential.EXPECTED);
            return Optional.empty();
        }
        return address;
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI address = new URI(text);
            boolean isUsable =
                    (Addresses.isHttp(address) || Addresses.isHttps(address))
                            && address.getHost() != null
                            && address.getRawFragment() == null;
            return Optional.of(address).filter(it -> isUsable);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
