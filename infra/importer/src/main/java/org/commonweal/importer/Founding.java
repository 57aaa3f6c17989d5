package org.commonweal.importer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the alliance of a history among the importer's own, or founds it: the importer's own act.
 */
final class Founding {

    private final Api api;
    private final Options options;
    private final Clock clock;

    Founding(Api api, Options options, Clock clock) {
        this.api = api;
        this.options = options;
        this.clock = clock;
    }

    /**
     * The alliance's id.
     *
     * @throws ImportFailedException when the address is another alliance's
     */
    UUID alliance() {
        var me = api.get("/api/me");
        for (var alliance : me.path("alliances")) {
            if (alliance.path("slug").asString("").equals(options.slug())) {
                return ofHistory(alliance);
            }
        }
        var alliance = idFor(me.path("person").path("id").asString(""));
        var response = api.put("/api/alliances/" + alliance, founding(me));
        if (response.statusCode() == 409) {
            throw new ImportFailedException(
                    "the address \""
                            + options.slug()
                            + "\" belongs to an alliance of somebody else; choose another with"
                            + " --slug");
        }
        Api.checked(response);
        return alliance;
    }

    private UUID ofHistory(JsonNode alliance) {
        if (!alliance.path("history").asBoolean(false)) {
            throw new ImportFailedException(
                    "\""
                            + options.slug()
                            + "\" is a living alliance: a history gets one of its own, choose"
                            + " another address with --slug");
        }
        return UUID.fromString(alliance.path("id").asString());
    }

    private ObjectNode founding(JsonNode me) {
        var body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("name", options.name())
                        .put("slug", options.slug())
                        .put("timeZone", "UTC")
                        .put("history", true);
        body.set("organization", ownOrganization(me));
        return body;
    }

    /**
     * The firm that the importer belongs to elsewhere, under the same id; else the mail's domain.
     */
    private ObjectNode ownOrganization(JsonNode me) {
        var mail = me.path("person").path("email").asString("");
        var domain = mail.substring(mail.indexOf('@') + 1);
        var organization = JsonMapper.shared().createObjectNode();
        for (var alliance : me.path("alliances")) {
            for (var firm : organizations(alliance)) {
                if (firm.path("id").equals(alliance.path("organization"))) {
                    organization.set("id", firm.path("id"));
                    organization.set("name", firm.path("name"));
                    organization.set("shortName", firm.path("shortName"));
                    organization.set("colour", firm.path("colour"));
                }
            }
        }
        if (organization.isEmpty()) {
            organization
                    .put("id", idFor(domain).toString())
                    .put("name", domain.isEmpty() ? "Importer" : domain)
                    .put("shortName", domain.isEmpty() ? "Importer" : shortened(domain))
                    .put("colour", "#44569c");
        }
        organization.putArray("mailDomains").add(domain);
        return organization;
    }

    private JsonNode organizations(JsonNode alliance) {
        var id = alliance.path("id").asString();
        return api.get("/api/alliances/" + id + "/organizations?limit=200").path("items");
    }

    private static String shortened(String domain) {
        return domain.substring(0, Math.min(24, domain.length()));
    }

    /** The same all day for the same founder and address, so that a broken attempt is repeated. */
    private UUID idFor(String whose) {
        try {
            var hash =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            ("history/" + whose + "/" + options.slug())
                                                    .getBytes(StandardCharsets.UTF_8)));
            var noon = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
            return new UUID(
                    (noon.toEpochMilli() << 16) | 0x7000 | (hash.getLong() & 0x0fff),
                    (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
