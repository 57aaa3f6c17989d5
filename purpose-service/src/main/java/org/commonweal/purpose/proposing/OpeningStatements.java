package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.Terms;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * All that a ballot needs in one statement; what it asks of persons is a fact of it, too. Motions
 * differ in what must still be so, and in what the ballot would put in force.
 */
@Component
class OpeningStatements {

    /** Delegates and charter are still what was read, and stay so until this is kept. */
    private static final String STILL =
            """
            WITH still AS (
                SELECT alliance_id FROM alliance
                WHERE alliance_id = :alliance AND revision = :revision FOR SHARE),
            """;

    private static final String OF_A_DRAFT =
            """
            moved AS (
                UPDATE purpose SET state = 'PROPOSED', version = version + 1
                FROM still
                WHERE purpose.alliance_id = still.alliance_id AND purpose.id = :purpose
                  AND purpose.state = 'DRAFT' AND purpose.version = :version - 1
                RETURNING purpose.alliance_id),
            """;

    private static final String OF_THE_ACTIVE_PURPOSE =
            """
            moved AS (
                SELECT p.alliance_id FROM still
                JOIN purpose p ON p.alliance_id = still.alliance_id AND p.id = :purpose
                WHERE p.state = 'ACTIVE' AND p.version = :version FOR SHARE OF p),
            """;

    private static final String OF_THE_CHARTER = "moved AS (SELECT alliance_id FROM still),\n";

    private static final String KEEP =
            """
            kept AS (
                INSERT INTO proposal (alliance_id, id, kind, purpose_id, title, state, opened_by,
                    opens_at, closes_at, charter_version, standings_as_of, deadline,
                    deadline_before, words, new_quorum_per_million, new_threshold_per_million,
                    new_ballot_minimum_seconds)
                SELECT alliance_id, :proposal, :kind, :purpose, :title, 'OPEN', :by, :opens,
                       :closes, :charter, :asOf, :deadline, :before, :words, :quorum, :threshold,
                       :minimum
                FROM moved
                RETURNING alliance_id),
            electors AS (
                INSERT INTO elector (alliance_id, proposal_id, organization_id, version)
                SELECT kept.alliance_id, :proposal, organization, 0
                FROM kept CROSS JOIN unnest(:electors) AS organization),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'ballot-closes', :proposal, :closes FROM kept)
            """
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final OpeningFacts facts;
    private final OpenNeeds needs;

    OpeningStatements(OpeningFacts facts, OpenNeeds needs) {
        this.facts = facts;
        this.needs = needs;
    }

    /** Lacks {@code alliance} and {@code revision}; updates no row when something has changed. */
    GenericExecuteSpec keep(DatabaseClient sql, Ballot ballot, Member by, String hash) {
        var motion = ballot.motion();
        return moving(sql, motion)
                .bind("proposal", ballot.id().value())
                .bind("kind", Kind.of(motion).name())
                .bind("title", motion.title())
                .bind("by", by.person().value())
                .bind("opens", ballot.opensAt())
                .bind("closes", ballot.closesAt())
                .bind("charter", ballot.charter().version())
                .bind("asOf", ballot.electorate().asOf())
                .bind("electors", OpeningFacts.electors(ballot).toArray(UUID[]::new))
                .bind("needs", needs.json(OpeningFacts.needs(ballot)))
                .bind("journal", facts.of(ballot, by, hash));
    }

    private static GenericExecuteSpec moving(DatabaseClient sql, Motion motion) {
        return switch (motion) {
            case Motion.RatifyPurpose(var proposed) ->
                    about(proposed, proposed.text().deadline(), null, null)
                            .on(sql.sql(STILL + OF_A_DRAFT + KEEP))
                            .bind("version", proposed.version());
            case Motion.RenewPurpose(var active, var before, var deadline, var reason) ->
                    about(active, deadline, before, reason)
                            .on(sql.sql(STILL + OF_THE_ACTIVE_PURPOSE + KEEP))
                            .bind("version", active.version());
            case Motion.ClosePurpose(var active, var conclusion) ->
                    about(active, null, null, conclusion)
                            .on(sql.sql(STILL + OF_THE_ACTIVE_PURPOSE + KEEP))
                            .bind("version", active.version());
            case Motion.ChangeCharter(_, _, var terms, var reason) ->
                    new Content(null, null, null, reason, terms)
                            .on(sql.sql(STILL + OF_THE_CHARTER + KEEP));
        };
    }

    private static Content about(
            Purpose purpose,
            @Nullable LocalDate deadline,
            @Nullable LocalDate before,
            @Nullable String words) {
        return new Content(purpose.id().value(), deadline, before, words, null);
    }

    /** The columns of a motion, of which each kind has its own. */
    private record Content(
            @Nullable UUID purpose,
            @Nullable LocalDate deadline,
            @Nullable LocalDate before,
            @Nullable String words,
            @Nullable Terms terms) {

        GenericExecuteSpec on(GenericExecuteSpec spec) {
            var rule = terms == null ? null : terms.rule();
            var bound = orNull(spec, "purpose", purpose, UUID.class);
            bound = orNull(bound, "deadline", deadline, LocalDate.class);
            bound = orNull(bound, "before", before, LocalDate.class);
            bound = orNull(bound, "words", words, String.class);
            var quorum = rule == null ? null : Integer.valueOf(rule.quorumPerMillion());
            bound = orNull(bound, "quorum", quorum, Integer.class);
            var threshold = rule == null ? null : Integer.valueOf(rule.thresholdPerMillion());
            bound = orNull(bound, "threshold", threshold, Integer.class);
            var minimum = terms == null ? null : Long.valueOf(terms.ballotMinimum().toSeconds());
            return orNull(bound, "minimum", minimum, Long.class);
        }
    }
}
