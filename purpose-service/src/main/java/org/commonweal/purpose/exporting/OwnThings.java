package org.commonweal.purpose.exporting;

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
            'purposes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'state', x.state,
                    'title', x.title,
                    'statement', x.statement,
                    'output', x.output,
                    'measure', x.measure,
                    'deadline', x.deadline,
                    'goal', x.goal,
                    'draftedAt', x.drafted_at) ORDER BY x.id), '[]')
                FROM purpose x WHERE x.alliance_id = me.alliance_id AND x.drafted_by = me.person_id),
            'proposals', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'kind', x.kind,
                    'state', x.state,
                    'title', x.title,
                    'words', x.content->'words',
                    'content', x.content,
                    'follows', x.follows,
                    'reviewOn', x.review_on,
                    'dialogueFrom', x.dialogue_from,
                    'opensAt', x.opens_at,
                    'closesAt', x.closes_at) ORDER BY x.id), '[]')
                FROM proposal x WHERE x.alliance_id = me.alliance_id AND x.opened_by = me.person_id),
            'votes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'proposal', x.proposal_id,
                    'organization', x.organization_id,
                    'choice', x.choice,
                    'reason', x.reason,
                    'marks', x.marks,
                    'split', x.split,
                    'proxy', x.proxy_id,
                    'castAt', x.cast_at) ORDER BY x.id), '[]')
                FROM vote x WHERE x.alliance_id = me.alliance_id AND x.cast_by = me.person_id),
            'recusals', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'proposal', x.proposal_id,
                    'organization', x.organization_id,
                    'reason', x.recusal,
                    'at', x.recused_at) ORDER BY x.proposal_id), '[]')
                FROM elector x WHERE x.alliance_id = me.alliance_id
                  AND x.recused_by = me.person_id),
            'proxies', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'organization', x.organization_id,
                    'person', x.person_id,
                    'givenBy', x.given_by,
                    'holder', x.holder_id,
                    'proposal', x.proposal_id,
                    'givenAt', x.given_at,
                    'until', x.until_at,
                    'state', x.state) ORDER BY x.id), '[]')
                FROM proxy x WHERE x.alliance_id = me.alliance_id
                  AND me.person_id IN (x.given_by, x.holder_id, x.person_id)),
            'caucus', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'proposal', x.proposal_id,
                    'organization', x.organization_id,
                    'choice', x.choice,
                    'at', x.at) ORDER BY x.proposal_id), '[]')
                FROM caucus x WHERE x.alliance_id = me.alliance_id
                  AND x.person_id = me.person_id),
            'voices', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'proposal', x.proposal_id,
                    'kind', x.kind,
                    'stance', x.stance,
                    'blocking', x.blocking,
                    'textVersion', x.text_version,
                    'words', x.words,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM voice x WHERE x.alliance_id = me.alliance_id AND x.person_id = me.person_id),
            'proposalTexts', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'proposal', x.proposal_id,
                    'version', x.version,
                    'title', x.title,
                    'content', x.content,
                    'at', x.at) ORDER BY x.proposal_id, x.version), '[]')
                FROM proposal_text x WHERE x.alliance_id = me.alliance_id AND x.by = me.person_id),
            'goals', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'title', x.title,
                    'unit', x.unit,
                    'baseline', x.baseline,
                    'target', x.target,
                    'due', x.due,
                    'owner', x.owner,
                    'setAt', x.set_at) ORDER BY x.id), '[]')
                FROM goal x WHERE x.alliance_id = me.alliance_id
                  AND me.person_id IN (x.set_by, x.owner)),
            'wordings', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'purpose', x.purpose_id,
                    'state', x.state,
                    'title', x.title,
                    'statement', x.statement,
                    'output', x.output,
                    'measure', x.measure,
                    'goal', x.goal,
                    'reason', x.reason,
                    'proposedAt', x.proposed_at) ORDER BY x.id), '[]')
                FROM wording_fix x
                WHERE x.alliance_id = me.alliance_id AND x.proposed_by = me.person_id),
            'challenges', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'wording', x.id,
                    'reason', x.challenge_reason,
                    'at', x.settled_at) ORDER BY x.id), '[]')
                FROM wording_fix x
                WHERE x.alliance_id = me.alliance_id AND x.challenged_by = me.person_id),
            'forks', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'purpose', x.purpose_id,
                    'title', x.title,
                    'statement', x.statement,
                    'output', x.output,
                    'measure', x.measure,
                    'deadline', x.deadline,
                    'goal', x.goal,
                    'audience', x.audience,
                    'eligibility', x.eligibility,
                    'reason', x.reason,
                    'preparedAt', x.prepared_at,
                    'foundedAs', x.founded_as) ORDER BY x.id), '[]')
                FROM fork x WHERE x.alliance_id = me.alliance_id AND x.prepared_by = me.person_id),
            'checkIns', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'goal', x.goal_id,
                    'value', x.value,
                    'on', x."on",
                    'note', x.note,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM check_in x WHERE x.alliance_id = me.alliance_id AND x.by = me.person_id),
            'outcomes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'proposal', x.proposal_id,
                    'version', x.version,
                    'organization', x.organization_id,
                    'statement', x.statement,
                    'at', x.at) ORDER BY x.proposal_id, x.version), '[]')
                FROM outcome x WHERE x.alliance_id = me.alliance_id AND x.by = me.person_id),
            'reviews', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'proposal', x.proposal_id,
                    'organization', x.organization_id,
                    'finding', x.finding,
                    'text', x.words,
                    'nextReviewOn', x.next_review_on,
                    'followUp', x.follow_up,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM review x WHERE x.alliance_id = me.alliance_id AND x.by = me.person_id)\
            """;

    private final ScopedDatabase database;

    OwnThings(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for whoever never had a standing. */
    Mono<String> of(Caller caller) {
        return OwnData.of(database, caller, "purpose", THINGS);
    }
}
