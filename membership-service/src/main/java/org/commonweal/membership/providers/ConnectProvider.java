package org.commonweal.membership.providers;

import java.util.UUID;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator describes, tests, takes up or retires a provider of the own firm. */
@Component
class ConnectProvider {

    private final ProviderSituations situations;
    private final Providers providers;

    ConnectProvider(ProviderSituations situations, Providers providers) {
        this.situations = situations;
        this.providers = providers;
    }

    /** Empty without standing; a provider of another firm is not there. */
    Mono<Outcome> handle(Command command) {
        return situations.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, ProviderSituations.Situation now) {
        if (!now.administrator()) {
            return Mono.just(new Outcome.NotAnAdministrator());
        }
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done()
                            : new Outcome.IdTaken());
        }
        if (command.act() instanceof Act.Describe(var wanted)
                && wanted.identity().protocol() == OwnProvider.Protocol.OIDC
                && wanted.sealedSecret() == null
                && !now.hasSecret()) {
            return Mono.just(new Outcome.SecretMissing());
        }
        if (now.provider() == null) {
            return command.act() instanceof Act.Describe(var description)
                    ? kept(providers.add(command, now, description))
                    : Mono.just(new Outcome.NotThere());
        }
        return switch (ruling(command.act(), now.provider())) {
            case OwnProvider.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case OwnProvider.Ruling.Leads(var to) -> kept(providers.change(command, now, to));
        };
    }

    private static OwnProvider.Ruling ruling(Act act, OwnProvider provider) {
        return switch (act) {
            case Act.Describe(var description) -> provider.describe(description.identity());
            case Act.Test() -> provider.test();
            case Act.GoLive() -> provider.goLive();
            case Act.Retire() -> provider.retire();
            case Act.WriteAgain() -> new OwnProvider.Ruling.Leads(provider.state());
        };
    }

    private static Mono<Outcome> kept(Mono<Boolean> keeping) {
        return keeping.map(kept -> kept ? new Outcome.Done() : new Outcome.ChangedMeanwhile());
    }

    record Command(UUID key, String requestHash, Caller caller, UUID provider, Act act) {}

    /** What is asked for. */
    sealed interface Act {
        record Describe(Description description) implements Act {}

        record Test() implements Act {}

        record GoLive() implements Act {}

        record Retire() implements Act {}

        record WriteAgain() implements Act {}
    }

    /**
     * A provider in the firm's words.
     *
     * @param sealedSecret null to keep the one that is held
     */
    record Description(
            String name,
            OwnProvider.Identity identity,
            @Nullable String sealedSecret,
            @Nullable String metadata) {}

    sealed interface Outcome {
        record Done() implements Outcome {}

        record NotAnAdministrator() implements Outcome {}

        record IdTaken() implements Outcome {}

        record SecretMissing() implements Outcome {}

        record NotThere() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}

        record Refused(OwnProvider.Refusal reason) implements Outcome {}
    }
}
