package org.commonweal.purpose.outcomes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Finding;
import org.commonweal.purpose.domain.ProposalId;

/** What a member says of a decision. */
sealed interface Act {

    Command command();

    String words();

    /** Another proposal that it names. */
    Optional<ProposalId> named();

    /**
     * What came of it.
     *
     * @param read how often that was said when the member read it
     */
    record Stating(Command command, String words, Optional<LocalDate> reviewOn, long read)
            implements Act {

        @Override
        public Optional<ProposalId> named() {
            return Optional.empty();
        }
    }

    /** What is found when it is looked at again; the command's id is the review's. */
    record Reviewing(
            Command command,
            String words,
            Finding finding,
            Optional<LocalDate> next,
            Optional<ProposalId> named)
            implements Act {}

    /**
     * @param id of the command
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, ProposalId proposal, String hash) {}
}
