package org.commonweal.membership.moving;

import org.commonweal.membership.bodies.Seats;

/** What every offer that is taken up begins with, in a transaction that holds both firms: SQL. */
final class TakenUp {

    private TakenUp() {}

    /** The offer of a kind, as long as it stands, its person is a member and a seat is free. */
    static final String OFFER =
            """
            WITH taken AS (
                UPDATE move v SET state = 'ACCEPTED', answered_at = app_now(), from_id = :from,
                    code_hash = NULL, version = v.version + 1
                FROM membership m
                WHERE v.alliance_id = :alliance AND v.id = :move AND v.state = 'OFFERED'
                  AND v.kind = '%s'
                  AND v.person_id = :person AND v.expires_at > app_now()
                  AND m.alliance_id = v.alliance_id AND m.person_id = v.person_id
                  AND m.state = 'ACTIVE' AND m.class = 'MEMBER' AND m.organization_id = :from
                  AND m.organization_id <> v.organization_id
                  AND EXISTS (SELECT FROM organization o WHERE o.alliance_id = v.alliance_id
                      AND o.id = v.organization_id AND o.left_at IS NULL
                      AND (o.seats IS NULL OR o.seats >
            """
                    + Seats.heldWithout("v.person_id")
                    + """
                            ))
                        RETURNING v.alliance_id, v.id, v.person_id, v.organization_id, v.from_id),
                    """;

    /** The new firm's login is the person's from now on; of the rows of a table expression. */
    static final String LOGIN =
            """
            own_login AS (
                UPDATE login l SET person_id = m.person_id, provider = :provider FROM %s m
                WHERE l.issuer = :issuer AND l.subject = :subject),
            """;
}
