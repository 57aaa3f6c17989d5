package org.commonweal.membership.inviting;

import org.commonweal.membership.agreements.Terms;
import org.commonweal.membership.bodies.Seats;
import org.commonweal.membership.maildomains.WayInColumns;

/**
 * How somebody joins by saying yes to an invitation: the two statements, read by {@link Answers}.
 */
final class Joinings {

    private Joinings() {}

    /** What decides whether the invitation can be taken up. */
    static final String SITUATION =
            """
            SELECT i.email, i.organization_id, i.state, i.expires_at,
                %s, coalesce(i.class = 'MEMBER' AND o.seats <= %s, false) AS seats_taken,
                EXISTS (SELECT FROM membership m
                    WHERE m.alliance_id = i.alliance_id
                      AND m.person_id = :person
                      AND m.state = 'ACTIVE' AND NOT %s) AS already_member,
                u.agreement_id AS unaccepted, u.version AS unaccepted_version,
                u.title AS unaccepted_title,
                encode(j.request_hash, 'hex') AS earlier
            FROM invitation i
            JOIN organization o ON o.alliance_id = i.alliance_id
                 AND o.id = i.organization_id
            LEFT JOIN journal j ON j.alliance_id = i.alliance_id
                 AND j.id = :command
            LEFT JOIN LATERAL (%s LIMIT 1) u ON true
            WHERE i.alliance_id = :alliance AND i.id = :invitation\
            """
                    .formatted(
                            WayInColumns.COLUMNS, Seats.HELD, Widenings.of("i"), Terms.UNACCEPTED);

    /**
     * The membership with everything that follows from it, in a transaction that holds the firm; no
     * row when the invitation was answered meanwhile, or what decides has changed. Whether the
     * person is the firm's first and so its delegate is known only when it is written, so this
     * statement makes its own journal payloads.
     */
    static final String ACCEPT =
            """
            WITH answered AS (
                UPDATE invitation SET state = 'ACCEPTED', answered_at = app_now(),
                    answered_by = :person, version = version + 1
                WHERE alliance_id = :alliance AND id = :invitation AND state = 'SENT'
                  AND NOT EXISTS (SELECT FROM membership m WHERE m.alliance_id = :alliance
                      AND m.person_id = :person AND m.state = 'ACTIVE'
                      AND NOT %s)
                  AND NOT EXISTS (%s)
                  AND EXISTS (SELECT FROM organization o WHERE o.alliance_id = :alliance
                      AND o.id = invitation.organization_id AND o.left_at IS NULL
                      AND (invitation.class <> 'MEMBER' OR o.seats IS NULL OR o.seats > %s))
                RETURNING alliance_id, organization_id, inviter_id, class, call),
            joined AS (
                INSERT INTO membership AS m (alliance_id, person_id, organization_id, class, call,
                    delegate, administrator, state, own_interest, accepted_by, joined_at, version)
                SELECT a.alliance_id, :person, a.organization_id, a.class, a.call,
                    a.class = 'MEMBER' AND NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = a.alliance_id
                          AND d.organization_id = a.organization_id AND d.delegate
                          AND d.state = 'ACTIVE' AND d.suspended_at IS NULL),
                    a.class = 'MEMBER' AND NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = a.alliance_id
                          AND d.organization_id = a.organization_id AND d.administrator
                          AND d.state = 'ACTIVE' AND d.suspended_at IS NULL),
                    'ACTIVE', :own_interest, :person, app_now(), 1
                FROM answered a
                ON CONFLICT (alliance_id, person_id) DO UPDATE
                SET organization_id = excluded.organization_id, class = excluded.class,
                    call = excluded.call, delegate = excluded.delegate,
                    administrator = excluded.administrator, state = 'ACTIVE', own_interest = excluded.own_interest,
                    accepted_by = excluded.accepted_by, joined_at = excluded.joined_at,
                    ended_at = NULL, suspended_at = NULL, version = m.version + 1
                WHERE m.state <> 'ACTIVE' OR %s
                RETURNING alliance_id, person_id, organization_id, class, call, delegate, joined_at,
                    version, CASE class WHEN 'GUEST' THEN 'GUEST' ELSE 'ACTIVE' END AS stands),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT j.alliance_id, j.person_id, j.joined_at, j.organization_id FROM joined j
                WHERE NOT EXISTS (SELECT FROM affiliation o WHERE o.alliance_id = j.alliance_id
                    AND o.person_id = j.person_id AND o.until IS NULL)),
            %s
            standing AS (
                INSERT INTO standing AS s (alliance_id, issuer, subject, person_id, organization_id,
                    class, call, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, person_id, organization_id, class, call,
                    delegate, stands, version FROM joined
                ON CONFLICT (alliance_id, issuer, subject) DO UPDATE
                SET organization_id = excluded.organization_id, class = excluded.class,
                    call = excluded.call, delegate = excluded.delegate, state = excluded.state,
                    version = excluded.version),
            others AS (
                UPDATE standing s SET class = j.class, call = j.call, delegate = j.delegate,
                    state = j.stands, version = j.version
                FROM joined j
                WHERE s.alliance_id = j.alliance_id AND s.person_id = j.person_id
                  AND s.organization_id = j.organization_id AND s.state <> 'ENDED' AND (s.issuer, s.subject) <> (:issuer, :subject)
                RETURNING s.issuer, s.subject),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT j.alliance_id, f.id, f.type, j.person_id, j.version, j.person_id,
                    j.organization_id, '{"scope": "ALLIANCE"}', j.joined_at, f.hash, f.payload
                FROM joined j JOIN answered a ON true
                CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :joined_type, decode(:hash, 'hex'), jsonb_build_object(
                        'person', j.person_id, 'organization', j.organization_id,
                        'class', j.class, 'delegate', j.delegate, 'invitation',
                        CAST(:invitation AS uuid), 'inviter', a.inviter_id)),
                    (CAST(:second AS uuid), :standing_type, NULL, jsonb_build_object(
                        'person', j.person_id, 'organization', j.organization_id,
                        'class', j.class, 'call', j.call, 'state', j.stands, 'delegate', j.delegate,
                        'version', j.version, 'logins', jsonb_build_array(jsonb_build_object(
                            'issuer', CAST(:issuer AS text), 'subject', CAST(:subject AS text)))
                            || coalesce((SELECT jsonb_agg(jsonb_build_object(
                                'issuer', issuer, 'subject', subject)) FROM others), '[]'))))
                    AS f(id, type, hash, payload))
            SELECT person_id, organization_id, class, delegate, joined_at FROM joined\
            """
                    .formatted(
                            Widenings.of("invitation"),
                            Terms.UNACCEPTED,
                            Seats.HELD,
                            Widenings.of("excluded"),
                            Terms.AFTER_JOINED);
}
