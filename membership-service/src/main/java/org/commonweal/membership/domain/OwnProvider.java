package org.commonweal.membership.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A firm's own identity provider on its way from a draft to the way in of the firm's people.
 *
 * @param isWritten whether the login server has it as it is described here, without a fault
 * @param hasDomain whether the firm has a mail domain at all
 */
public record OwnProvider(State state, Identity identity, boolean isWritten, boolean hasDomain) {

    /** How far it has come. */
    public enum State {
        DRAFT,
        TESTED,
        LIVE,
        RETIRED;

        /** Where a test that was passed leads. */
        public State passed() {
            return this == DRAFT ? TESTED : this;
        }

        /** Where a test that failed leads: people who log in already go on. */
        public State failed() {
            return this == TESTED ? DRAFT : this;
        }
    }

    /** How it speaks. */
    public enum Protocol {
        OIDC,
        SAML
    }

    /** Whom it is about; a name, a secret and certificates may change without another test. */
    public record Identity(
            Protocol protocol, @Nullable String address, @Nullable String clientId) {}

    /** Why not. */
    public enum Refusal {
        RETIRED,
        LIVE_STAYS,
        NOT_WRITTEN,
        NOT_TESTED,
        NO_MAIL_DOMAIN
    }

    /** Whether an act is possible, and what it leads to. */
    public sealed interface Ruling {
        record Leads(State to) implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** What was tested is what is live: to ask somebody else is another provider. */
    public Ruling describe(Identity wanted) {
        return switch (state) {
            case DRAFT, TESTED -> new Ruling.Leads(State.DRAFT);
            case LIVE ->
                    Objects.equals(identity, wanted)
                            ? new Ruling.Leads(State.LIVE)
                            : new Ruling.Refused(Refusal.LIVE_STAYS);
            case RETIRED -> new Ruling.Refused(Refusal.RETIRED);
        };
    }

    /** A test changes nothing; its result may. */
    public Ruling test() {
        return switch (state) {
            case DRAFT, TESTED, LIVE -> {
                if (!hasDomain) {
                    yield new Ruling.Refused(Refusal.NO_MAIL_DOMAIN);
                }
                yield isWritten ? new Ruling.Leads(state) : new Ruling.Refused(Refusal.NOT_WRITTEN);
            }
            case RETIRED -> new Ruling.Refused(Refusal.RETIRED);
        };
    }

    public Ruling goLive() {
        return switch (state) {
            case DRAFT -> new Ruling.Refused(Refusal.NOT_TESTED);
            case TESTED, LIVE ->
                    hasDomain
                            ? new Ruling.Leads(State.LIVE)
                            : new Ruling.Refused(Refusal.NO_MAIL_DOMAIN);
            case RETIRED -> new Ruling.Refused(Refusal.RETIRED);
        };
    }

    /** At any time, and for good. */
    public Ruling retire() {
        return new Ruling.Leads(State.RETIRED);
    }
}
