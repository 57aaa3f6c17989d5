package org.commonweal.contribution.activity;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an event of a type is told on the activity page.
 *
 * @param link what the row leads to
 * @param id the payload's field with its id; of a fact that has none there is nothing to tell
 * @param source who did it, and when
 * @param detail the payload's fields that are told
 */
record Telling(String link, String id, Telling.Source source, List<String> detail) {

    private static final Source EVENT = new Source(null, null, null);
    private static final Source PERSON = new Source("person", "organization", null);
    private static final Source FIRM = new Source(null, "organization", null);

    /** The types that are told; all others are none of this page's business. */
    static final Map<String, Telling> BY_TYPE =
            Map.ofEntries(
                    entry("membership.member-joined.v1", of("person", PERSON, "delegate")),
                    entry("membership.member-left.v1", of("person", PERSON, "how")),
                    entry(
                            "membership.organization-left.v1",
                            of("organization", FIRM, "people", "into")),
                    entry("membership.leaving-announced.v1", of("organization", FIRM, "lastDay")),
                    entry("membership.leaving-withdrawn.v1", of("organization", FIRM)),
                    entry(
                            "membership.office-changed.v1",
                            of("person", PERSON, "office", "state", "cause")),
                    entry(
                            "membership.decision-executed.v1",
                            of("proposal", EVENT, "outcome", "refusal").by("decision")),
                    entry("purpose.elector-left.v1", of("proposal", FIRM, "electorate")),
                    entry(
                            "purpose.electors-merged.v1",
                            of("proposal", new Source(null, "into", null), "electorate")),
                    entry("purpose.proxy-changed.v1", of("person", FIRM).by("holder")),
                    entry("purpose.elector-recused.v1", of("proposal", EVENT, "electorate")),
                    entry("purpose.proposal-opened.v1", of("proposal", EVENT, "kind", "closesAt")),
                    entry("purpose.vote-cast.v1", of("proposal", EVENT, "choice")),
                    entry(
                            "purpose.proposal-closed.v1",
                            of("proposal", EVENT, "outcome", "yes", "no", "abstain", "electorate")),
                    entry("purpose.ratified.v1", of("purpose", EVENT, "deadline")),
                    entry("purpose.deadline-reached.v1", of("purpose", EVENT, "deadline")),
                    entry("purpose.renewed.v1", of("purpose", EVENT, "before", "deadline")),
                    entry("purpose.closed.v1", of("purpose", EVENT)),
                    entry("purpose.dialogue-opened.v1", of("proposal", EVENT, "kind")),
                    entry("purpose.proposal-expired.v1", of("proposal", EVENT)),
                    entry("purpose.proposal-approved.v1", of("proposal", EVENT)),
                    entry("purpose.voice-heard.v1", of("proposal", EVENT, "kind")),
                    entry("purpose.concern-resolved.v1", of("proposal", EVENT)),
                    entry("purpose.proposal-amended.v1", of("proposal", EVENT)),
                    entry("purpose.proposal-withdrawn.v1", of("proposal", EVENT)),
                    entry(
                            "purpose.rulebook-changed.v1",
                            of("proposal", EVENT, "version").by("decision")),
                    entry("purpose.stage-changed.v1", of("proposal", EVENT)),
                    entry("purpose.wording-proposed.v1", of("fix", EVENT)),
                    entry("purpose.wording-challenged.v1", of("fix", EVENT)),
                    entry("purpose.reworded.v1", of("purpose", EVENT)),
                    entry("purpose.fork-prepared.v1", of("fork", EVENT, "people")),
                    entry("purpose.fork-founded.v1", of("fork", EVENT)),
                    entry("purpose.outcome-stated.v1", of("proposal", EVENT)),
                    entry("purpose.decision-reviewed.v1", of("proposal", EVENT)),
                    entry("purpose.goal-set.v1", of("goal", EVENT, "unit", "target", "due")),
                    entry("purpose.goal-checked-in.v1", of("goal", EVENT, "value", "on")),
                    entry("contribution.submitted.v1", of("contribution", EVENT, "kind", "goal")),
                    entry(
                            "contribution.acknowledged.v1",
                            of("contribution", EVENT, "first", "author", "organization")),
                    entry(
                            "contribution.declined.v1",
                            of("contribution", EVENT, "author", "organization")),
                    entry("contribution.handed-over.v1", of("contribution", EVENT, "to")),
                    entry("contribution.carried-over.v1", of("contribution", EVENT, "kind")),
                    entry("contribution.escalated.v1", of("contribution", EVENT)),
                    entry(
                            "contribution.imported.v1",
                            of(
                                    "contribution",
                                    new Source("author", "organization", "writtenAt"),
                                    "area")),
                    entry(
                            "contribution.acknowledgement-imported.v1",
                            of(
                                    "contribution",
                                    new Source("by", "byOrganization", "at"),
                                    "kind",
                                    "author",
                                    "organization")),
                    entry("recognition.pool-changed.v1", of("pool", FIRM, "name", "state")),
                    entry(
                            "recognition.deposit-changed.v1",
                            of("pool", FIRM, "amountMinor", "currency", "state")),
                    entry(
                            "recognition.spent.v1",
                            of("pool", EVENT, "amountMinor", "currency", "person", "organization")),
                    entry(
                            "recognition.decision-executed.v1",
                            of("proposal", EVENT, "outcome", "refusal").by("decision")),
                    entry(
                            "recognition.thanked.v1",
                            of(
                                    "contribution",
                                    new Source("from", "fromOrganization", null),
                                    "to")));

    Telling {
        detail = List.copyOf(detail);
    }

    /**
     * The payload's fields that say who and when, where the event's own do not: an import tells of
     * others, of long ago.
     */
    record Source(@Nullable String actor, @Nullable String organization, @Nullable String at) {}

    private static Telling of(String link, Source source, String... detail) {
        return new Telling(link, link, source, List.of(detail));
    }

    private Telling by(String field) {
        return new Telling(link, field, source, detail);
    }

    boolean tells(Event event) {
        return event.payload().hasNonNull(id);
    }

    /** One row of the table, as the statement reads it from JSON. */
    record Row(
            UUID id,
            String type,
            Instant at,
            @Nullable String actor,
            @Nullable String organization,
            UUID subject,
            @Nullable String title,
            String link_kind,
            String link,
            JsonNode detail) {}

    Row row(Event event) {
        var payload = event.payload();
        return new Row(
                event.id(),
                event.type(),
                source.at() == null ? event.at() : Instant.parse(text(payload, source.at())),
                source.actor() == null ? string(event.actor()) : optional(payload, source.actor()),
                source.organization() == null
                        ? string(event.organization())
                        : optional(payload, source.organization()),
                event.subject(),
                optional(payload, "title"),
                link,
                text(payload, id),
                details(payload));
    }

    private ObjectNode details(JsonNode payload) {
        var told = JsonNodeFactory.instance.objectNode();
        detail.stream()
                .filter(payload::hasNonNull)
                .forEach(field -> told.set(field, payload.get(field)));
        return told;
    }

    private static String text(JsonNode payload, String field) {
        var value = optional(payload, field);
        if (value == null) {
            throw new IllegalArgumentException("the event has no " + field);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode payload, String field) {
        var value = payload.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static @Nullable String string(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
