package org.commonweal.purpose.proposing;

import java.time.Instant;
import java.util.function.Function;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.secretballot.SecretBallots;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of opening a ballot: read once, let the decision be made, write once. */
@Component
class Openings {

    private final ScopedDatabase database;
    private final Foundations foundations;
    private final OpeningStatements statements;
    private final SecretBallots secretBallots;
    private final Predecessors predecessors;

    Openings(
            ScopedDatabase database,
            Foundations foundations,
            OpeningStatements statements,
            SecretBallots secretBallots,
            Predecessors predecessors) {
        this.predecessors = predecessors;
        this.secretBallots = secretBallots;
        this.database = database;
        this.foundations = foundations;
        this.statements = statements;
    }

    /**
     * Keeps the ballot when it is to open; empty when the caller has no standing, or sees no
     * proposal of which this is to be the ballot.
     */
    Mono<Opening> open(
            OpenProposal.Command command, Instant asOf, Function<Found, Opening> decide) {
        var caller = command.caller();
        var wish = command.wish();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        foundations
                                .load(
                                        sql,
                                        caller,
                                        command.id(),
                                        command.hash(),
                                        command.proposal(),
                                        wish,
                                        asOf)
                                .filter(found -> wish.isPresent() || found.proposal().isPresent())
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Opening> keep(
            DatabaseClient sql, OpenProposal.Command command, Found found, Opening opening) {
        if (!(opening instanceof Opening.Opened(Ballot ballot))) {
            return Mono.just(opening);
        }
        var kept =
                Mono.defer(() ->
                        Guard.held(
                                statements
                                        .keep(sql, ballot, found, command)
                                        .bind("alliance", command.caller().alliance())
                                        .bind("revision", found.revision())
                                        .fetch()
                                        .rowsUpdated(),
                                opening));
        return predecessors
                .refusal(sql, command.caller().alliance(), command.follows())
                .cast(Opening.class)
                .switchIfEmpty(
                        ballot.secrecy().anonymous() ? secretly(sql, command, ballot, kept) : kept);
    }

    /** The keys are made before the ballot is kept: nobody waits for them behind its locks. */
    private Mono<Opening> secretly(
            DatabaseClient sql, OpenProposal.Command command, Ballot ballot, Mono<Opening> kept) {
        var alliance = command.caller().alliance();
        var proposal = ballot.id().value();
        return secretBallots
                .keys(proposal, ballot.electorate())
                .flatMap(keys ->
                        kept.flatMap(opened ->
                                secretBallots
                                        .begin(sql, alliance, proposal, keys)
                                        .thenReturn(opened)));
    }
}
