package org.commonweal.purpose.domain;

import java.time.Instant;

/** The decision about signing a voting paper for an elector, blindly. */
public sealed interface PaperSigning {

    record Signed() implements PaperSigning {}

    /** The same was asked before: an answer may have been lost. */
    record Repeated() implements PaperSigning {}

    /** The elector cannot vote on it. */
    record NoVote(Casting.Refusal why) implements PaperSigning {}

    /** Votes on it are cast by name. */
    record NotAnonymous() implements PaperSigning {}

    /** Another one was signed: each elector votes once. */
    record SignedAlready() implements PaperSigning {}

    /** What should be signed is no blinded message for the ballot's key. */
    record NotBlinded() implements PaperSigning {}

    /** What was signed for the elector before. */
    enum Before {
        NOTHING,
        THIS,
        ANOTHER
    }

    static PaperSigning decide(
            Casting.Voter voter, Casting.Terms ballot, Before before, Instant now) {
        var obstacle = Casting.obstacle(voter, ballot, now);
        if (obstacle.isPresent()) {
            return new NoVote(obstacle.get());
        }
        if (!ballot.anonymous()) {
            return new NotAnonymous();
        }
        return switch (before) {
            case NOTHING -> new Signed();
            case THIS -> new Repeated();
            case ANOTHER -> new SignedAlready();
        };
    }
}
