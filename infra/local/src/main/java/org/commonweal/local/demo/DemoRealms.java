package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.commonweal.keycloak.KeycloakServer;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;
import org.commonweal.local.demo.DemoAlliance.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realms of the demo: the platform's own with an organization for each firm, and one realm for
 * each firm that plays its own identity provider.
 */
public final class DemoRealms {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DemoAlliance alliance;

    public DemoRealms(DemoAlliance alliance) {
        this.alliance = alliance;
    }

    /** What the realm files leave open, for an installation on this machine. */
    public static Map<String, String> variables(String platformUrl, String loginUrl, int smtpPort) {
        return Map.of(
                "COMMONWEAL_URL", platformUrl,
                "COMMONWEAL_LOGIN_URL", loginUrl,
                "COMMONWEAL_SMTP_HOST", "127.0.0.1",
                "COMMONWEAL_SMTP_PORT", Integer.toString(smtpPort),
                "COMMONWEAL_SMTP_FROM", "login@commonweal.example",
                "COMMONWEAL_GATEWAY_SECRET", "gateway-demo-secret",
                "COMMONWEAL_IMPORTER_SECRET", "importer",
                "COMMONWEAL_BROKERING_SECRET", "brokering-demo-secret",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", DemoAlliance.PASSWORD);
    }

    /** Writes one file per realm, for Keycloak to import where the realm is new. */
    public void write(Path directory) {
        try {
            Files.createDirectories(directory);
            write(directory, platform());
            for (var firm : alliance.firms()) {
                if (firm.login() != LoginProvider.PLATFORM) {
                    write(directory, provider(firm));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path directory, ObjectNode realm) throws IOException {
        var file = directory.resolve(realm.get("realm").asString() + "-realm.json");
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm));
    }

    private ObjectNode platform() {
        var realm = (ObjectNode) JSON.readTree(KeycloakServer.platformRealm());
        ((ArrayNode) realm.get("clients")).add(JSON.readTree(template("client-cli")));
        var organizations = realm.putArray("organizations");
        var users = (ArrayNode) realm.get("users");
        var providers = realm.putArray("identityProviders");
        var mappers = realm.putArray("identityProviderMappers");
        for (var firm : alliance.firms()) {
            var organization = organizations.add(organization(firm)).get(organizations.size() - 1);
            if (firm.login() == LoginProvider.PLATFORM) {
                var members = ((ObjectNode) organization).putArray("members");
                for (var person : alliance.of(firm)) {
                    users.add(withOwnAccountPage(account(person)));
                    members.addObject()
                            .put("username", person.mail())
                            .put("membershipType", "UNMANAGED");
                }
            } else {
                var broker = broker(firm);
                providers.add(broker.get("identityProvider"));
                mappers.addAll((ArrayNode) broker.get("mappers"));
            }
        }
        return realm;
    }

    /** As an account that is not imported: what is imported gets no role by itself. */
    private static ObjectNode withOwnAccountPage(ObjectNode account) {
        account.putArray("realmRoles").add("default-roles-commonweal");
        return account;
    }

    /** How the platform's realm is connected to a firm's provider: it, and its mappers. */
    public static JsonNode broker(Firm firm) {
        return JSON.readTree(filled("broker-" + firm.provider(), firm));
    }

    private ObjectNode provider(Firm firm) {
        var realm = (ObjectNode) JSON.readTree(filled("provider-" + firm.provider(), firm));
        for (var person : alliance.of(firm)) {
            ((ArrayNode) realm.get("users")).add(account(person));
        }
        return realm;
    }

    private static ObjectNode organization(Firm firm) {
        var organization = JSON.createObjectNode();
        organization.put("name", firm.name());
        organization.put("alias", firm.slug());
        organization.put("enabled", true);
        var domains = organization.putArray("domains");
        firm.mailDomains().forEach(d -> domains.addObject().put("name", d).put("verified", true));
        if (firm.login() != LoginProvider.PLATFORM) {
            organization.putArray("identityProviders").addObject().put("alias", firm.slug());
        }
        return organization;
    }

    private static ObjectNode account(Person person) {
        var account = JSON.createObjectNode();
        account.put("id", person.accountId().toString());
        account.put("username", person.mail());
        account.put("email", person.mail());
        account.put("emailVerified", true);
        account.put("enabled", true);
        account.put("firstName", person.given());
        account.put("lastName", person.family());
        account.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", DemoAlliance.PASSWORD)
                .put("temporary", false);
        return account;
    }

    private static String filled(String template, Firm firm) {
        return template(template)
                .replace("@slug@", firm.slug())
                .replace("@name@", firm.name())
                .replace("@domain@", firm.mailDomains().getFirst());
    }

    private static String template(String name) {
        try (var stream = DemoRealms.class.getResourceAsStream("/demo/" + name + ".json")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
