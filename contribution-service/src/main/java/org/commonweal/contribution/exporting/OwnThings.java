package org.commonweal.contribution.exporting;

import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.OwnData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What one person gave in one alliance: the SQL. */
@Component
class OwnThings {

    private static final String THINGS =
            """
            'contributions', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'kind', x.kind,
                    'state', x.state,
                    'goal', x.goal_id,
                    'title', x.title,
                    'body', x.body,
                    'organization', x.organization_id,
                    'submittedAt', x.submitted_at,
                    'answeredAt', x.answered_at,
                    'originAlliance', x.origin_alliance,
                    'originContribution', x.origin_contribution) ORDER BY x.id), '[]')
                FROM contribution x WHERE x.alliance_id = me.alliance_id AND x.author_id = me.person_id),
            'acknowledgements', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'contribution', x.contribution_id,
                    'kind', x.kind,
                    'note', x.note,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM acknowledgement x WHERE x.alliance_id = me.alliance_id AND x.person_id = me.person_id),
            'refusals', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'contribution', x.contribution_id,
                    'reason', x.reason,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM refusal x WHERE x.alliance_id = me.alliance_id AND x.person_id = me.person_id),
            'needs', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'service', x.service,
                    'why', x.why,
                    'title', x.title,
                    'openedAt', x.opened_at,
                    'closedAt', x.closed_at) ORDER BY x.id), '[]')
                FROM need x WHERE x.alliance_id = me.alliance_id AND x.person_id = me.person_id)\
            """;

    private final ScopedDatabase database;

    OwnThings(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for whoever never had a standing. */
    Mono<String> of(Caller caller) {
        return OwnData.of(database, caller, "contribution", THINGS);
    }
}
