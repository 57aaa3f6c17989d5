package org.commonweal.membership.organizations;

import java.util.UUID;
import org.commonweal.membership.domain.Power;
import org.commonweal.membership.organizations.OrganizationsController.EnrolmentRequest;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes an organization part of the alliance, by a delegate of one that is, until decided
 * otherwise.
 */
@Component
class EnrolOrganization {

    private final Organizations organizations;

    EnrolOrganization(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return organizations.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Organizations.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Enrolled(false)
                            : new Outcome.IdTaken());
        }
        if (!now.me().delegate()) {
            return Mono.just(new Outcome.NotADelegate());
        }
        if ("SPONSOR".equals(command.request().role())) {
            return Mono.just(new Outcome.SponsorNotEnrolled());
        }
        return switch (now.power().act(now.sponsors())) {
            case Power.Ruling.Members taken -> Mono.just(new Outcome.OfMembers(taken));
            case Power.Ruling.Sponsor() -> Mono.just(new Outcome.OfSponsor());
            case Power.Ruling.Direct() ->
                    organizations
                            .keep(command, now.me())
                            .map(kept -> kept ? new Outcome.Enrolled(true) : new Outcome.IdTaken());
        };
    }

    record Command(UUID id, String requestHash, Caller caller, EnrolmentRequest request) {}

    sealed interface Outcome {
        record Enrolled(boolean isNew) implements Outcome {}

        record IdTaken() implements Outcome {}

        record NotADelegate() implements Outcome {}

        /** Who decides as the sponsor is settled at the founding and by no delegate. */
        record SponsorNotEnrolled() implements Outcome {}

        /** The members have taken it over. */
        record OfMembers(Power.Ruling.Members taken) implements Outcome {}

        record OfSponsor() implements Outcome {}
    }
}
