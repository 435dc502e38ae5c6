package eu.wattpeil.collect.source.snmp;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.workspace.Secret;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.smi.OID;

/** As whom devices are asked: with a community (SNMP v2c), or as a user (SNMP v3). */
public sealed interface Login {

    /** What would keep it from being used, or speaks against it, in sentences. */
    List<String> concerns();

    /** With a community, which everyone on the network can read along. */
    record Community(SecretPlace place) implements Login {

        @Override
        public List<String> concerns() {
            return missing(place);
        }
    }

    /**
     * As a user.
     *
     * @param authentication how answers are told from forged ones; empty for not at all
     * @param privacy how they are kept from others; empty for not at all
     */
    record User(String name, Optional<Protection> authentication, Optional<Protection> privacy)
            implements Login {

        @Override
        public List<String> concerns() {
            List<String> concerns = new ArrayList<>();
            for (Protection protection : protections()) {
                concerns.addAll(missing(protection.passphrase()));
                if (WEAK.contains(protection.protocol())) {
                    concerns.add(
                            protection.protocol()
                                    + " is weak, expected SHA-256 and AES-128 or better; keep it"
                                    + " only where the device has nothing else");
                }
                protection
                        .passphrase()
                        .secret()
                        .filter(it -> it.value().length() < SHORTEST_PASSPHRASE)
                        .ifPresent(
                                it ->
                                        concerns.add(
                                                protection.passphrase()
                                                        + " is too short, expected a passphrase of"
                                                        + " at least "
                                                        + SHORTEST_PASSPHRASE
                                                        + " characters (RFC 3414)"));
            }
            return concerns;
        }

        private List<Protection> protections() {
            List<Protection> protections = new ArrayList<>();
            authentication.ifPresent(protections::add);
            privacy.ifPresent(protections::add);
            return protections;
        }
    }

    /** A protocol by its name, and where its passphrase is. */
    record Protection(String protocol, SecretPlace passphrase) {

        OID id() {
            OID id = AUTHENTICATION_PROTOCOLS.get(protocol);
            return id == null ? PRIVACY_PROTOCOLS.getOrDefault(protocol, PrivAES128.ID) : id;
        }
    }

    /** Characters that a passphrase has at least: RFC 3414, 11.2. */
    int SHORTEST_PASSPHRASE = 8;

    /** What protects the answers of a user from being forged. */
    Map<String, OID> AUTHENTICATION_PROTOCOLS =
            new TreeMap<>(
                    Map.of(
                            "SHA-256", AuthHMAC192SHA256.ID,
                            "SHA-512", AuthHMAC384SHA512.ID,
                            "SHA", AuthSHA.ID,
                            "MD5", AuthMD5.ID));

    /** What protects them from being read along. */
    Map<String, OID> PRIVACY_PROTOCOLS =
            new TreeMap<>(
                    Map.of(
                            "AES-128", PrivAES128.ID,
                            "AES-256", PrivAES256.ID,
                            "DES", PrivDES.ID));

    /** Those of them that do not protect for long. */
    Set<String> WEAK = Set.of("MD5", "DES");

    /** Whether a section says as whom a device is asked. */
    static boolean isIn(Section section) {
        return section.has("community") || section.has("user");
    }

    /** The login of a section; empty, with a problem, where it says none that can be used. */
    static Optional<Login> of(SourceContext context) {
        Section section = context.section();
        boolean hasCommunity = section.has("community");
        boolean hasUser = section.has("user");
        if (hasCommunity == hasUser) {
            section.problem(
                    hasCommunity ? "community" : "snmp",
                    "source has "
                            + (hasCommunity ? "both" : "neither")
                            + " community and user, expected community: {env: NAME} for"
                            + " SNMP v2c, or user with authentication and privacy for v3");
            return Optional.empty();
        }
        if (hasCommunity) {
            return secret(context, section, "community").map(Community::new);
        }
        Optional<Protection> authentication =
                protection(context, "authentication", AUTHENTICATION_PROTOCOLS);
        Optional<Protection> privacy = protection(context, "privacy", PRIVACY_PROTOCOLS);
        if (privacy.isPresent() && !section.has("authentication")) {
            section.problem("privacy", "privacy is given without authentication, expected both");
        }
        return Optional.of(new User(section.text("user"), authentication, privacy));
    }

    private static Optional<Protection> protection(
            SourceContext context, String key, Map<String, OID> protocols) {
        return context.section()
                .optionalSection(key)
                .flatMap(
                        section -> {
                            Optional<String> protocol =
                                    section.required(
                                            "protocol", ValueType.oneOf(protocols.keySet()));
                            if (!section.has("passphrase")) {
                                section.text("passphrase");
                            }
                            Optional<SecretPlace> passphrase =
                                    secret(context, section, "passphrase");
                            section.rejectUnknownKeys();
                            return protocol.flatMap(
                                    it -> passphrase.map(place -> new Protection(it, place)));
                        });
    }

    private static Optional<SecretPlace> secret(
            SourceContext context, Section section, String key) {
        return SecretPlace.of(section, key, context.root(), context.environment());
    }

    private static List<String> missing(SecretPlace place) {
        if (place.secret().isEmpty()) {
            return List.of(place + " is missing, expected a secret in it");
        }
        return place.isOpenToOthers()
                ? List.of(
                        place
                                + " can be read by other accounts, expected only by that of"
                                + " Wattpeil (chmod 600)")
                : List.of();
    }

    /**
     * What is in a place.
     *
     * @throws DeviceException where nothing is
     */
    static Secret required(SecretPlace place) throws DeviceException {
        return place.secret()
                .orElseThrow(
                        () ->
                                new DeviceException(
                                        "is not asked: "
                                                + place
                                                + " is missing, expected a secret in it"));
    }
}
