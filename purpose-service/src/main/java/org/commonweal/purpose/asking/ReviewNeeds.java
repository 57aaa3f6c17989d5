package org.commonweal.purpose.asking;

import org.commonweal.purpose.loading.ProposerRows;

/**
 * The SQL of what should be asked about reviews beside what is: of who proposed it, or of the
 * delegates who took that over, whoever's standing or firm has changed.
 */
final class ReviewNeeds {

    /** In the columns of the differences of one person; what is due has no clock any more. */
    static final String DIFFERENCES =
            """
            SELECT asked.id AS need, coalesce(asked.person_id, wanted.person_id) AS person,
                   'REVIEW' AS kind, wanted.id AS subject, CAST(NULL AS uuid) AS voter_id,
                   wanted.organization_id, wanted.title,
                   wanted.review_on::timestamp AT TIME ZONE :zone AS due
            FROM (SELECT b.id, b.title, b.review_on, speaker.person_id, speaker.organization_id
                  FROM proposal b
            """
                    + ProposerRows.SPEAKERS
                    + """
                          WHERE b.alliance_id = :alliance AND b.review_on IS NOT NULL
                            AND NOT EXISTS (SELECT FROM due WHERE due.alliance_id = b.alliance_id
                                            AND due.kind = 'outcome-review' AND due.subject = b.id)) wanted
                    FULL JOIN (SELECT id, person_id, review_of FROM need
                               WHERE alliance_id = :alliance AND open AND review_of IS NOT NULL) asked
                         ON asked.review_of = wanted.id AND asked.person_id = wanted.person_id
                    WHERE asked.id IS NULL OR wanted.id IS NULL
                    """;

    /** What a firm proposed that goes on as another one is that one's from then on. */
    static final String HAND_OVER =
            """
            UPDATE proposal SET opened_by_organization = :into
            WHERE alliance_id = :alliance AND opened_by_organization = :from
              AND coalesce(dialogue_from, opens_at) <= :at\
            """;

    private ReviewNeeds() {}
}
