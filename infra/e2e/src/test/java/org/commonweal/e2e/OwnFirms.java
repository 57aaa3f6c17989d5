package org.commonweal.e2e;

import java.util.List;
import java.util.Locale;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.Person;

/** Firms that one test makes up, each with a provider of its own, and their people. */
final class OwnFirms implements AutoCloseable {

    private final FirmProviders providers;
    private final List<Member> members;

    OwnFirms(Platform platform, DemoAlliance firms) {
        providers = new FirmProviders(firms);
        var admin = new RealmAdmin(platform.entrance());
        firms.firms().forEach(firm -> admin.connect(firm, providers));
        members =
                firms.people().stream()
                        .map(person -> new Member(platform.entrance(), firms, person))
                        .toList();
    }

    /** The people, in the order in which they were named. */
    Member member(int place) {
        return members.get(place);
    }

    @Override
    public void close() {
        providers.close();
    }

    static Firm firm(String slug, String name) {
        return firm(slug, name, "FIRM");
    }

    static Firm firm(String slug, String name, String role) {
        return new Firm(slug, name, name, role, List.of(slug + ".example"), "#20566b", "oidc");
    }

    static Person person(Firm firm, String given, String family) {
        var mail = (given + "." + family + "@" + firm.slug() + ".example").toLowerCase(Locale.ROOT);
        return new Person(firm.slug(), given, family, "Partner", mail);
    }
}
