package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Every invented firm and person of the demo, read from the one file that names them. */
public record DemoAlliance(
        String name, String slug, String timeZone, List<Firm> firms, List<Person> people) {

    /** Of all demo accounts; the demo realms exist on loopback alone. */
    public static final String PASSWORD = "commonweal";

    public DemoAlliance {
        firms = List.copyOf(firms);
        people = List.copyOf(people);
    }

    /** Who asks a firm's people for their password. */
    public enum LoginProvider {
        OIDC,
        SAML,
        PLATFORM
    }

    /** One organization of the alliance; its slug is the alias of its identity provider too. */
    public record Firm(
            String slug,
            String name,
            String shortName,
            String role,
            List<String> mailDomains,
            String colour,
            String provider) {

        public Firm {
            mailDomains = List.copyOf(mailDomains);
        }

        public LoginProvider login() {
            return LoginProvider.valueOf(provider.toUpperCase(Locale.ROOT));
        }

        public boolean isSponsor() {
            return role.equals("SPONSOR");
        }
    }

    /** One invented person; the mail address is the user name as well. */
    public record Person(String firm, String given, String family, String title, String mail) {

        public String name() {
            return given + " " + family;
        }

        /** The same account id after every fresh start. */
        public UUID accountId() {
            return UUID.nameUUIDFromBytes(("account/" + mail).getBytes(UTF_8));
        }
    }

    public static DemoAlliance load() {
        try (var stream = DemoAlliance.class.getResourceAsStream("/demo/alliance.json")) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(stream), DemoAlliance.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Firm firm(String slug) {
        return firms.stream().filter(f -> f.slug().equals(slug)).findFirst().orElseThrow();
    }

    public List<Person> of(Firm firm) {
        return people.stream().filter(p -> p.firm().equals(firm.slug())).toList();
    }

    /** One person of each kind of login, for whoever starts the demo. */
    public List<String> logins() {
        return java.util.stream.Stream.of(LoginProvider.values())
                .flatMap(kind ->
                        people.stream().filter(p -> firm(p.firm()).login() == kind).limit(1))
                .map(p ->
                        p.mail()
                                + "  ("
                                + p.name()
                                + ", "
                                + p.title()
                                + ", "
                                + firm(p.firm()).shortName()
                                + ")")
                .toList();
    }
}
