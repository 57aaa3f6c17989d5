package org.commonweal.purpose.asking;

import org.commonweal.purpose.loading.ProposerRows;

/**
 * The SQL of what should be asked about reviews beside what is: of who proposed it, or of the
 * delegates who took that over, whoever's standing has changed.
 */
final class ReviewNeeds {

    /** Follows the differences of one person; what is due has no clock any more. */
    static final String DIFFERENCES =
            """
            UNION ALL
            SELECT asked.id, coalesce(asked.person_id, wanted.person_id), 'REVIEW', wanted.id,
                   CAST(NULL AS uuid), wanted.organization_id, wanted.title,
                   wanted.review_on::timestamp AT TIME ZONE :zone
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

    private ReviewNeeds() {}
}
