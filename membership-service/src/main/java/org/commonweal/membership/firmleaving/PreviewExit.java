package org.commonweal.membership.firmleaving;

import java.util.UUID;
import org.commonweal.membership.domain.Departure;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says to an administrator of the firm what its leaving would end. */
@Component
class PreviewExit {

    private final Situations situations;
    private final Previews previews;

    PreviewExit(Situations situations, Previews previews) {
        this.situations = situations;
        this.previews = previews;
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<Outcome> of(Caller caller, UUID organization) {
        return situations
                .of(caller, organization)
                .flatMap(now -> {
                    var reason = Departure.forbidden(now.firm(), now.by());
                    return reason == null
                            ? previews.own(caller).map(Outcome.Preview::new)
                            : Mono.just(new Outcome.Refused(reason));
                });
    }

    sealed interface Outcome {
        record Preview(FirmExitPreview preview) implements Outcome {}

        record Refused(Departure.Refusal reason) implements Outcome {}
    }
}
