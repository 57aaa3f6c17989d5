package org.commonweal.membership.newlogin;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.NewLogin;

/** What became of asking for a code, or of bringing it. */
sealed interface Outcome {

    record Told(CodeView code) implements Outcome {}

    record ToldBefore() implements Outcome {}

    record TakenOver(TakenOverView view, boolean isNew) implements Outcome {}

    record Refused(NewLogin.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}

    /** The one answer that has the code. */
    record CodeView(String code, Instant until) {}

    /** Who the login is from now on, and for whom. */
    record TakenOverView(UUID person, UUID organization) {}
}
