package org.commonweal.purpose.proposing;

import java.util.Optional;
import org.commonweal.purpose.domain.Circumstances;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.Wish;

/**
 * What is known when it is decided whether something is talked about, or voted on.
 *
 * @param revision of the standings and the rulebook that it is decided upon
 * @param proposal that has the id of the command
 */
record Found(
        Member me,
        ParticipantClass as,
        Earlier earlier,
        long revision,
        Optional<Proposal> proposal,
        Circumstances circumstances) {

    /** A proposal as it stands. */
    record Proposal(String state, long version, Wish wish) {

        Optional<Wish> inDialogue() {
            return state.equals("DIALOGUE") ? Optional.of(wish) : Optional.empty();
        }
    }
}
