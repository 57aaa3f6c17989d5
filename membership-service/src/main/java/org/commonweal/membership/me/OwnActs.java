package org.commonweal.membership.me;

/**
 * What a person agreed to, was asked and answered, and for whom they stood in: the SQL, as pairs of
 * {@code jsonb_build_object} of {@link OwnThings}.
 */
final class OwnActs {

    private OwnActs() {}

    static final String PAIRS =
            """
            'agreements', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'alliance', x.alliance_id,
                    'agreement', x.agreement_id,
                    'version', x.version,
                    'title', v.title,
                    'acceptedAt', x.accepted_at)
                    ORDER BY x.accepted_at, x.agreement_id, x.version), '[]')
                FROM agreement_acceptance x
                JOIN agreement_version v ON v.alliance_id = x.alliance_id
                     AND v.agreement_id = x.agreement_id AND v.version = x.version
                WHERE x.person_id = :person),
            'movesReceived', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'alliance', x.alliance_id,
                    'organization', x.organization_id,
                    'from', x.from_id,
                    'reason', x.reason,
                    'state', CASE WHEN x.state = 'OFFERED' AND x.expires_at <= app_now()
                        THEN 'EXPIRED' ELSE x.state END,
                    'offeredAt', x.offered_at,
                    'expiresAt', x.expires_at,
                    'answeredAt', x.answered_at) ORDER BY x.id), '[]')
                FROM move x WHERE x.person_id = :person),
            'movesOffered', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'alliance', x.alliance_id,
                    'organization', x.organization_id,
                    'reason', x.reason,
                    'state', CASE WHEN x.state = 'OFFERED' AND x.expires_at <= app_now()
                        THEN 'EXPIRED' ELSE x.state END,
                    'offeredAt', x.offered_at) ORDER BY x.id), '[]')
                FROM move x WHERE x.offered_by = :person),
            'deputies', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'alliance', x.alliance_id,
                    'organization', x.organization_id,
                    'as', CASE WHEN x.delegate_id = :person THEN 'DELEGATE' ELSE 'DEPUTY' END,
                    'from', x.from_at,
                    'until', x.until_at,
                    'state', x.state,
                    'namedAt', x.named_at,
                    'changedAt', x.changed_at) ORDER BY x.id), '[]')
                FROM deputy x WHERE x.delegate_id = :person OR x.person_id = :person),
            'handovers', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'alliance', x.alliance_id,
                    'organization', x.organization_id,
                    'as', CASE WHEN x.from_id = :person THEN 'FROM' ELSE 'TO' END,
                    'role', x.role,
                    'state', x.state,
                    'offeredAt', x.offered_at,
                    'changedAt', x.changed_at) ORDER BY x.id), '[]')
                FROM handover x WHERE x.from_id = :person OR x.person_id = :person),
            'offices', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'alliance', x.alliance_id,
                    'organization', x.organization_id,
                    'office', x.office,
                    'until', x.until,
                    'state', x.state,
                    'cause', x.cause,
                    'offeredAt', x.offered_at,
                    'changedAt', x.changed_at) ORDER BY x.id), '[]')
                FROM office x WHERE x.person_id = :person),
            'alumniWishes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'alliance', x.alliance_id,
                    'leftAt', x.ended_at,
                    'wanted', x.wanted,
                    'welcomed', x.welcomed,
                    'changedAt', x.changed_at) ORDER BY x.ended_at, x.alliance_id), '[]')
                FROM alumnus x WHERE x.person_id = :person),
            'askedByMail', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'alliance', x.alliance_id,
                    'ask', x.ask_id,
                    'mailedAt', x.mailed_at) ORDER BY x.mailed_at, x.ask_id), '[]')
                FROM mailed_ask x WHERE x.person_id = :person)\
            """;
}
