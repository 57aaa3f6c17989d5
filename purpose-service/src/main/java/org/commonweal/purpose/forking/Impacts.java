package org.commonweal.purpose.forking;

import org.commonweal.purpose.loading.MutualTies;

/** The SQL of whom a new community for another purpose would leave behind. */
final class Impacts {

    private Impacts() {}

    /**
     * One row with the JSON of {@link ForkResponse.Impact} as {@code i.impact}, seen from the
     * standing {@code me}, who would go alone. A tie is counted as in the gates.
     */
    static final String LATERAL =
            """
            CROSS JOIN LATERAL (
                WITH people AS (
                    SELECT o.person_id, (array_agg(o.organization_id))[1] AS organization_id,
                           bool_or(o.delegate) AS delegate
                    FROM standing o
                    WHERE o.alliance_id = me.alliance_id AND o.state = 'ACTIVE'
                      AND o.class = 'MEMBER'
                    GROUP BY o.person_id),
                ties AS (
            """
                    + MutualTies.PAIRS
                    + """
                            ),
                        goals AS (
                            SELECT g.* FROM purpose q
                            JOIN goal g ON g.alliance_id = q.alliance_id AND g.purpose_id = q.id
                            WHERE q.alliance_id = me.alliance_id AND q.state = 'ACTIVE')
                        SELECT jsonb_build_object(
                            'members', (SELECT count(*) FROM people x WHERE x.person_id <> me.person_id),
                            'ties', (SELECT count(*) FROM ties t WHERE t.person_id < t.with_id),
                            'people', (
                                SELECT coalesce(jsonb_agg(jsonb_build_object('person', x.person_id,
                                    'organization', x.organization_id, 'delegate', x.delegate,
                                    'ties', x.ties, 'goals', x.goals)
                                    ORDER BY x.ties + x.goals DESC, x.person_id), '[]')
                                FROM (SELECT p.*, coalesce(t.count, 0) AS ties,
                                             coalesce(g.count, 0) AS goals
                                      FROM people p
                                      LEFT JOIN (SELECT person_id, count(*) FROM ties
                                                 GROUP BY person_id) t ON t.person_id = p.person_id
                                      LEFT JOIN (SELECT owner, count(*) FROM goals
                                                 GROUP BY owner) g ON g.owner = p.person_id
                                      WHERE p.person_id <> me.person_id
                                      ORDER BY ties DESC, goals DESC, p.person_id LIMIT 1000) x),
                            'goals', (
                                SELECT coalesce(jsonb_agg(jsonb_build_object('goal', g.id,
                                    'title', g.title, 'owner', g.owner, 'due', g.due)
                                    ORDER BY g.due, g.id), '[]')
                                FROM (SELECT * FROM goals ORDER BY due, id LIMIT 200) g),
                            'ballots', (
                                SELECT coalesce(jsonb_agg(jsonb_build_object('proposal', b.id,
                                    'title', b.title, 'closesAt', b.closes_at)
                                    ORDER BY b.closes_at, b.id), '[]')
                                FROM (SELECT * FROM proposal o
                                      WHERE o.alliance_id = me.alliance_id AND o.state = 'OPEN'
                                      ORDER BY o.closes_at, o.id LIMIT 50) b)) AS impact) i
                    """;
}
