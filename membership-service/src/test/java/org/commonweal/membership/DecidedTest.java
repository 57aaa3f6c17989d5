package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What purpose-service says of decisions and rules, as the listener hands it over. */
abstract class DecidedTest extends MailedTest {

    static final String ADOPTED = "purpose.decision-adopted.v1";
    static final String EXECUTED = "membership.decision-executed.v1";
    static final String OFFICE = "membership.office-changed.v1";
    static final Duration SOON = Duration.ofSeconds(60);

    /** The members adopt an order; returns the decision. */
    UUID decided(String kind, Map<String, Object> what) {
        var decision = id();
        told(adopted(decision, kind, what)).block(SOON);
        return decision;
    }

    /** The fact of it, in an envelope of its own. */
    Event adopted(UUID decision, String kind, Map<String, Object> what) {
        var payload = new HashMap<>(what);
        payload.put("decision", decision);
        payload.put("kind", kind);
        payload.put("rulebookVersion", 1);
        payload.put("title", title(decision));
        payload.put("reason", "They have talked about it for three weeks.");
        return event(ADOPTED, decision, payload);
    }

    static String title(UUID decision) {
        return "Decision " + decision;
    }

    UUID offered(Someone person, String office) {
        return decided("GIVE_OFFICE", office(person, office));
    }

    Map<String, Object> office(Someone person, String office) {
        return Map.of("person", personOf(person), "office", office, "until", "2031-03-31");
    }

    /** A version of the rulebook, whose one rule of interest is who decides who belongs. */
    void rules(int version, UUID decision, String decider, @Nullable Integer seats) {
        var rule = new HashMap<String, Object>();
        rule.put("matter", "MEMBERSHIP");
        rule.put("decider", decider);
        rule.put("movedBy", version == 1 ? null : decision);
        var payload = new HashMap<String, Object>();
        payload.put("version", version);
        payload.put("decision", version == 1 ? null : decision);
        payload.put("title", version == 1 ? null : "The firms admit firms");
        payload.put("seatsPerFirmMax", seats);
        payload.put("rules", List.of(rule));
        told(event("purpose.rulebook-changed.v1", alliance, payload)).block(SOON);
    }

    Event event(String type, UUID subject, Map<String, Object> payload) {
        return new Event(
                id(),
                type,
                alliance,
                subject,
                1,
                null,
                null,
                Audience.EVERYONE,
                Instant.now(),
                JsonMapper.shared().valueToTree(payload));
    }

    Mono<Void> told(Event event) {
        return Flux.fromIterable(service.getBeansOfType(EventHandler.class).values())
                .filter(handler -> handler.types().contains(event.type()))
                .concatMap(handler -> handler.handle(event))
                .then();
    }

    void done(UUID decision) {
        assertThat(journal(EXECUTED, decision))
                .contains("\"outcome\": \"DONE\"", "\"refusal\": null");
    }

    void refused(UUID decision, String code) {
        assertThat(journal(EXECUTED, decision))
                .contains("\"REFUSED\"", "\"" + code + "\"")
                .doesNotContain("\"detail\": null");
    }

    /** Of a seat, the newest state that was told. */
    String seat(UUID decision) {
        return journal(OFFICE, decision).lines().toList().getLast();
    }

    long count(String rows) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var found = sql.executeQuery("SELECT count(*) FROM " + rows);
            found.next();
            return found.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
