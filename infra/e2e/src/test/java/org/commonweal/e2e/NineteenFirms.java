package org.commonweal.e2e;

import java.util.List;
import java.util.Objects;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;
import org.commonweal.local.demo.DemoAlliance.Person;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Nineteen firms, each with an identity provider of its own: the demo's three realms (OIDC and
 * SAML), and for its other sixteen firms small providers that the platform's realm is connected to.
 *
 * @param alliance the firms, and one person of each who has never logged in
 */
record NineteenFirms(DemoAlliance alliance, FirmProviders providers) implements AutoCloseable {

    /** Of the firms with realms: people who have joined nothing in the demo. */
    private static final List<String> NEWCOMERS =
            List.of(
                    "priya.ramanathan@hartwell.example",
                    "jonas.wiechert@brandt.example",
                    "samuel.tesfaye@lindqvist.example");

    /** Connects the sixteen once for all tests of a platform. */
    static final class Extension implements ParameterResolver {
        private final Platform.Extension platform = new Platform.Extension();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == NineteenFirms.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var running = (Platform) platform.resolveParameter(parameter, context);
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(
                            NineteenFirms.class,
                            key -> connected(running.entrance()),
                            NineteenFirms.class);
        }
    }

    private static NineteenFirms connected(Entrance entrance) {
        var demo = DemoAlliance.load();
        var firms = demo.firms().stream().filter(firm -> !firm.isSponsor()).toList();
        var people = firms.stream().map(firm -> newcomer(demo, firm)).toList();
        var alliance =
                new DemoAlliance(
                        "Nineteen firms",
                        "nineteen",
                        demo.timeZone(),
                        firms.stream().map(NineteenFirms::withProvider).toList(),
                        people);
        var providers = new FirmProviders(alliance);
        for (var firm : firms) {
            if (firm.login() == LoginProvider.PLATFORM) {
                new RealmAdmin(entrance).connect(withProvider(firm), providers);
            }
        }
        return new NineteenFirms(alliance, providers);
    }

    /** Under a domain of its own: the demo's leads to the platform's accounts. */
    private static Firm withProvider(Firm firm) {
        return firm.login() != LoginProvider.PLATFORM
                ? firm
                : new Firm(
                        slug(firm.slug()),
                        firm.name() + " (own login)",
                        firm.shortName(),
                        firm.role(),
                        List.of(slug(firm.slug()) + ".example"),
                        firm.colour(),
                        "oidc");
    }

    private static String slug(String slug) {
        return slug + "-law";
    }

    private static Person newcomer(DemoAlliance demo, Firm firm) {
        if (firm.login() != LoginProvider.PLATFORM) {
            return demo.of(firm).stream()
                    .filter(person -> NEWCOMERS.contains(person.mail()))
                    .findFirst()
                    .orElseThrow();
        }
        var person = Objects.requireNonNull(demo.of(firm).getFirst());
        var name = person.mail().substring(0, person.mail().indexOf('@'));
        return new Person(
                slug(firm.slug()),
                person.given(),
                person.family(),
                person.title(),
                name + "@" + slug(firm.slug()) + ".example");
    }

    /** One of each firm, separated by commas. */
    String mails() {
        return String.join(",", alliance.people().stream().map(Person::mail).toList());
    }

    @Override
    public void close() {
        providers.close();
    }
}
