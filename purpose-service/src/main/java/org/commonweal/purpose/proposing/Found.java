package org.commonweal.purpose.proposing;

import java.util.List;
import java.util.Optional;
import org.commonweal.purpose.domain.Circumstances;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.ProxyRows;

/**
 * What is known when it is decided whether something is talked about, or voted on.
 *
 * @param revision of the standings and the rulebook that it is decided upon
 * @param held votes that others than their owners may cast
 * @param proposal that has the id of the command
 */
record Found(
        Member me,
        ParticipantClass as,
        Earlier earlier,
        long revision,
        Optional<Proposal> proposal,
        List<ProxyRows.Held> held,
        Circumstances circumstances) {

    /**
     * A proposal as it stands.
     *
     * @param text the version of what is talked about
     */
    record Proposal(String state, long version, Wish wish, PersonId by, int text) {

        Speaking.Talk talk() {
            return new Speaking.Talk(state.equals("DIALOGUE"), text, 0, 0, by, Optional.empty());
        }

        Optional<Wish> inDialogue() {
            return state.equals("DIALOGUE") ? Optional.of(wish) : Optional.empty();
        }
    }
}
