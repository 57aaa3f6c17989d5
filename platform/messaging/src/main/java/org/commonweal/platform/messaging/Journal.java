package org.commonweal.platform.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.operating.Traceparents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of a command, kept in the same statement as the state that they describe.
 *
 * <p>A use case writes {@code WITH kept AS (INSERT … RETURNING alliance_id) } + {@link #APPEND} and
 * binds {@code journal}; the statement updates as many rows as there are entries, or none when the
 * guard of {@code kept} did not hold.
 */
public final class Journal {

    /**
     * The tail of a statement whose common table expression {@code kept} returns one alliance_id.
     */
    public static final String APPEND = append("SELECT DISTINCT alliance_id FROM kept", "true");

    /**
     * As {@link #APPEND}, for a statement that keeps many things: {@code kept} returns alliance_id
     * and subject, and only the facts of those subjects are appended.
     */
    public static final String APPEND_EACH =
            append("SELECT DISTINCT alliance_id, subject FROM kept", "kept.subject = e.subject");

    private static String append(String kept, String whose) {
        return """

        INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                             audience, at, request_hash, payload, traceparent)
        SELECT kept.alliance_id, e.id, e.type, e.subject, e.version, e.actor, e.organization,
               e.audience, (SELECT app_now()), decode(e.request_hash, 'hex'), e.payload,
               e.traceparent
        FROM (%s) kept
        JOIN jsonb_to_recordset(CAST(:journal AS jsonb)) AS e(
            id uuid, type text, subject uuid, version bigint, actor uuid, organization uuid,
            audience jsonb, request_hash text, payload jsonb, traceparent text)
            ON %s
        """
                .formatted(kept, whose);
    }

    private final JsonMapper json;
    private final Traceparents traces;

    public Journal(JsonMapper json, Traceparents traces) {
        this.json = json;
        this.traces = traces;
    }

    /** The value of the parameter {@code journal}. */
    public String json(Entry... entries) {
        return json(Arrays.asList(entries));
    }

    /** The value of the parameter {@code journal}. */
    public String json(List<Entry> entries) {
        var trace = traces.current();
        return json.writeValueAsString(entries.stream().map(entry -> row(entry, trace)).toList());
    }

    private Row row(Entry entry, @Nullable String trace) {
        return new Row(
                entry.id(),
                entry.type(),
                entry.subject(),
                entry.version(),
                entry.actor(),
                entry.organization(),
                entry.audience(),
                entry.requestHash(),
                json.valueToTree(entry.payload()),
                trace);
    }

    /**
     * One fact.
     *
     * @param id the command's id for its first fact, {@link Ids#derived} for further ones
     * @param type {@code <service>.<fact>.v<n>}
     * @param requestHash in hexadecimal, of the command's first fact, so that a repeated command is
     *     recognized
     * @param payload a record of the wire, as {@code contracts/events} has it
     */
    public record Entry(
            UUID id,
            String type,
            UUID subject,
            long version,
            @Nullable UUID actor,
            @Nullable UUID organization,
            Audience audience,
            @Nullable String requestHash,
            Object payload) {}

    private record Row(
            UUID id,
            String type,
            UUID subject,
            long version,
            @Nullable UUID actor,
            @Nullable UUID organization,
            Audience audience,
            @Nullable String request_hash,
            JsonNode payload,
            @Nullable String traceparent) {}
}
