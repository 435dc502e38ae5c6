package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Sizes;
import eu.wattpeil.collect.source.Waits;
import eu.wattpeil.collect.source.Windows;
import eu.wattpeil.workspace.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a definition may say of a source over HTTP. */
final class HttpOptions {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final int MOST_RETRIES = 10;

    private static final Option<Map<String, String>> HTTP =
            new Option<>(
                    "http",
                    OptionType.namedTexts("an address, or one for each alias"),
                    "what is asked; `{from}`, `{to}` and `{last}` (a second before `to`) are times"
                            + " of the window, in UTC or with a pattern: `{from:epoch-seconds}`,"
                            + " `{from:yyyy-MM-dd}`. Several, such as `{srv-db1:"
                            + " https://10.0.0.7/…}`, are asked the same, and names of documents"
                            + " begin with the alias",
                    "required");

    private static final Option<Section> QUERY =
            new Option<>(
                    "query",
                    OptionType.section("parameters with a text, a list, or the place of a secret"),
                    "what is added to the address, encoded; times as in `http`",
                    "");

    private static final Option<Section> HEADERS =
            new Option<>(
                    "headers",
                    OptionType.section("headers with a text, or the place of a secret"),
                    "headers of the request, such as an API key: `{X-Api-Key: {env: NAME}}`. A web"
                            + " page is taken for a login and refused unless `{Accept: text/html}`"
                            + " asks for one",
                    "");

    private static final Option<Section> PAGING =
            new Option<>(
                    "paging",
                    OptionType.section(Paging.OPTIONS),
                    "how an answer of several pages goes on",
                    "one page");

    private static final Option<Section> AUTH =
            new Option<>(
                    "auth",
                    OptionType.section(Authorization.OPTIONS),
                    "how the server knows who asks",
                    "");

    private static final Option<String> TRUST =
            new Option<>(
                    "trust",
                    OptionType.text("a file in PEM", text -> text),
                    "the certificates that are trusted instead of those that Java trusts",
                    "");

    private static final Option<Duration> CONNECT =
            Waits.option("connect-timeout", "the longest wait for a connection", "`PT10S`");

    private static final Option<Duration> READ =
            Waits.option(
                    "read-timeout",
                    "the longest wait for an answer to begin, and within it for the next byte",
                    "`PT1M`");

    private static final Option<Duration> WHOLE =
            Waits.option("time-limit", "the longest that one page may take", "`PT10M`");

    private static final Option<Integer> RETRIES =
            new Option<>(
                    "retries",
                    OptionType.text(
                            "a whole number from 0 to " + MOST_RETRIES, HttpOptions::retries),
                    "how often the same is asked again after 429, a failure of the server or of"
                            + " the connection",
                    "`3`");

    private static final Option<Long> SIZE =
            new Option<>(
                    "size-limit",
                    OptionType.text(Sizes.EXPECTED, Sizes::parse),
                    "the most that one page may have, packed and unpacked",
                    "`256 MB`");

    static final List<Option<?>> ALL =
            List.of(
                    HTTP,
                    QUERY,
                    HEADERS,
                    Windows.OPTION,
                    PAGING,
                    AUTH,
                    TRUST,
                    CONNECT,
                    READ,
                    WHOLE,
                    RETRIES,
                    SIZE);

    private HttpOptions() {}

    /** Reads a section; what is wrong is noted. */
    static HttpSettings read(SourceContext context) {
        Section section = context.section();
        HttpSettings settings =
                new HttpSettings(
                        targets(section),
                        Fields.parameters(context, QUERY.key()),
                        Fields.headers(context, HEADERS.key()),
                        Windows.OPTION.read(section).flatMap(it -> Windows.of(context.within(it))),
                        PAGING.read(section).map(Paging::of).orElse(Paging.NONE),
                        AUTH.read(section)
                                .map(it -> Authorization.of(context.within(it)))
                                .orElse(new Authorization.None()),
                        TRUST.read(section)
                                .map(name -> new Trust(name, context.root().resolve(name))),
                        new Limits(
                                CONNECT.read(section).orElse(Duration.ofSeconds(10)),
                                READ.read(section).orElse(Duration.ofMinutes(1)),
                                WHOLE.read(section).orElse(Duration.ofMinutes(10)),
                                RETRIES.read(section).orElse(3),
                                SIZE.read(section).orElse(256 * Sizes.MEGABYTE)));
        checkTimes(section, settings);
        section.rejectUnknownKeys();
        return settings;
    }

    private static Map<String, Template> targets(Section section) {
        Map<String, Template> targets = new LinkedHashMap<>();
        boolean isNamed = section.isSection(HTTP.key());
        Section place = isNamed ? section.section(HTTP.key()) : section;
        Map<String, String> texts = HTTP.read(section).orElse(Map.of());
        if (isNamed && texts.isEmpty()) {
            section.problem(HTTP.key(), "http is empty, expected at least one address");
        }
        texts.forEach(
                (alias, text) -> {
                    String key = isNamed ? alias : HTTP.key();
                    if (isNamed && !ALIAS.matcher(alias).matches()) {
                        place.problem(
                                alias,
                                "alias is \""
                                        + alias
                                        + "\", expected letters, digits, - and _, such as srv-db1");
                        return;
                    }
                    url(place, key, text).ifPresent(url -> targets.put(alias, url));
                });
        return targets;
    }

    private static Optional<Template> url(Section section, String key, String text) {
        Optional<Template> url = Fields.template(section, key, text);
        // Braces of times are no part of an address.
        return url.filter(
                it -> Fields.address(section, key, text.replaceAll("\\{[^{}]*}", "0")).isPresent());
    }

    /** Times need windows, and windows something that tells one from the other. */
    private static void checkTimes(Section section, HttpSettings settings) {
        List<Template> texts = new ArrayList<>(settings.targets().values());
        for (Field field : settings.query()) {
            if (field instanceof Field.Plain plain) {
                texts.add(plain.text());
            }
        }
        boolean hasTimes = texts.stream().anyMatch(Template::hasTimes);
        if (hasTimes && !section.has(Windows.OPTION.key())) {
            section.problem(
                    HTTP.key(),
                    "http has times such as {from}, but no window, expected one such as"
                            + " {from: 2026-01-01}");
        }
        if (!hasTimes && section.has(Windows.OPTION.key()) && !texts.isEmpty()) {
            section.problem(
                    Windows.OPTION.key(),
                    "window is given, but neither http nor query has {from} or {to}, expected them"
                            + " where the time is asked for");
        }
    }

    private static int retries(String text) {
        int retries = Integer.parseInt(text);
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException(text);
        }
        return retries;
    }
}
