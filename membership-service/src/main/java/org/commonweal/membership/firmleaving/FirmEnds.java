package org.commonweal.membership.firmleaving;

import java.util.Map;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.membership.wire.HandoverChangedV1;
import org.commonweal.membership.wire.MailDomainEndedV1;
import org.commonweal.membership.wire.NeedClosedV1;

/**
 * What ends with a firm itself, whatever becomes of its people: the SQL, parts of the statement by
 * which it goes. Whoever applied for it is no worse off than before: nobody has decided, so they
 * may apply for another at once.
 */
public final class FirmEnds {

    private FirmEnds() {}

    /**
     * Goes on after {@code firm} (alliance_id, id, left_at, by, decision), in a transaction that
     * holds it; binds {@link #values}.
     */
    public static final String ENDS =
            """
            clock AS (
                DELETE FROM due d USING firm f WHERE d.alliance_id = f.alliance_id
                  AND d.kind = 'firm-leaves' AND d.subject = f.id
                  AND coalesce(f.by, f.decision) IS NOT NULL),
            invitations AS (
                UPDATE invitation i SET state = 'WITHDRAWN', answered_at = f.left_at,
                    version = i.version + 1
                FROM firm f
                WHERE i.alliance_id = f.alliance_id AND i.organization_id = f.id
                  AND i.state = 'SENT'),
            applications AS (
                UPDATE application a SET state = 'REFUSED', decided_at = f.left_at,
                    reason = :reason, version = a.version + 1
                FROM firm f
                WHERE a.alliance_id = f.alliance_id AND a.organization_id = f.id
                  AND a.state = 'OPEN'
                RETURNING a.id, a.person_id, a.version),
            token AS (
                DELETE FROM scim_token t USING firm f
                WHERE t.alliance_id = f.alliance_id AND t.organization_id = f.id),
            directory AS (
                DELETE FROM eligible_person p USING firm f
                WHERE p.alliance_id = f.alliance_id AND p.organization_id = f.id),
            domains AS (
                UPDATE mail_domain d SET state = 'GIVEN_UP', ended_at = f.left_at,
                    failing_since = NULL, mail_code = NULL, mail_hash = NULL,
                    version = d.version + 1
                FROM firm f
                WHERE d.alliance_id = f.alliance_id AND d.organization_id = f.id
                  AND d.state <> 'GIVEN_UP'
                RETURNING new.id, new.name, new.version, old.state AS was),
            handovers AS (
                UPDATE handover h SET state = 'LAPSED', changed_at = f.left_at,
                    version = h.version + 1
                FROM firm f
                WHERE h.alliance_id = f.alliance_id AND h.organization_id = f.id
                  AND h.state = 'OFFERED'
                RETURNING h.*)
            """;

    /**
     * Goes on among the facts of {@code firm f}: place (the fourth), id, type, subject, version,
     * organization, audience, hash, payload.
     */
    public static final String TOLD =
            """
            UNION ALL
            SELECT 4, uuidv7(), :decided_type, a.id, a.version, f.id, jsonb_build_object(
                    'scope', 'PERSONS', 'persons', jsonb_build_array(a.person_id)),
                NULL, jsonb_build_object('application', a.id, 'organization', f.id,
                    'accepted', false, 'offer', NULL)
            FROM applications a
            UNION ALL
            SELECT 4, uuidv7(), :domain_type, d.id, d.version, f.id, CASE d.was
                    WHEN 'PROVED' THEN jsonb_build_object('scope', 'ALLIANCE')
                    ELSE jsonb_build_object('scope', 'ORGANIZATION', 'organization', f.id) END,
                NULL, jsonb_build_object('mailDomain', d.id, 'organization', f.id,
                    'name', d.name, 'cause', 'GIVEN_UP')
            FROM domains d
            UNION ALL
            SELECT 4, uuidv7(), x.type, l.id, l.version, f.id, jsonb_build_object(
                    'scope', 'PERSONS', 'persons', x.persons), NULL, x.payload
            FROM handovers l CROSS JOIN LATERAL (
            """
                    + Successions.LAPSE_FACTS
                    + """
                    ) x
                    """;

    /**
     * Of both.
     *
     * @param reason that whoever applied for the firm is told
     */
    public static Map<String, Object> values(String reason) {
        return Map.of(
                "reason",
                reason,
                "decided_type",
                ApplicationDecidedV1.TYPE,
                "domain_type",
                MailDomainEndedV1.TYPE,
                "handover_type",
                HandoverChangedV1.TYPE,
                "need_closed_type",
                NeedClosedV1.TYPE);
    }
}
