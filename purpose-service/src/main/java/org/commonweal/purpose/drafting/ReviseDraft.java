package org.commonweal.purpose.drafting;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Revision;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member changes what a draft says; any member may, from the version that was read. */
@Component
class ReviseDraft {

    private final Drafts drafts;

    ReviseDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The decision; empty when there is no such purpose for the caller. */
    Mono<Revision> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> drafts.revise(command, known -> decide(command, known))));
    }

    private static Revision decide(Command command, Known known) {
        var purpose = known.purpose();
        return switch (known.earlier()) {
            case SAME -> new Revision.Repeated();
            case OTHER -> new Revision.Refused(Revision.Refusal.ID_TAKEN);
            case NONE ->
                    known.as().may(Right.SHAPE)
                            ? Revision.decide(
                                    purpose,
                                    command.versionRead(),
                                    command.change().onto(purpose.text()))
                            : new Revision.Refused(Revision.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    /** What the decision rests on. */
    record Known(ParticipantClass as, Earlier earlier, Purpose purpose) {}

    /**
     * @param id of the command
     * @param versionRead what the member saw before changing it
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            PurposeId purpose,
            long versionRead,
            DraftChange change,
            String hash) {}
}
