package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuples;

/**
 * Two alliances ask through one small pool, interleaved, while some requests fail and some are
 * cancelled in the middle: neither may ever see the other's canary, and the pool must survive.
 *
 * @param one has data in which its canary stands
 * @param other likewise
 */
public record LeakProbe(Tenant one, Tenant other) {

    private static final int REQUESTS = 2_000;
    private static final int SIDE_BY_SIDE = 16;
    private static final long SEED = 20_261_123;
    private static final Duration CUT = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofMillis(20);

    /** An alliance and a text that stands in its data alone. */
    public record Tenant(UUID alliance, String canary) {}

    /** The function under test. */
    @FunctionalInterface
    public interface Request {

        /**
         * Answers all that the alliance can see, as text.
         *
         * @param trouble to be run inside of the transaction, before it ends: nothing, a failure,
         *     or a delay in which the request is cancelled
         */
        Mono<String> of(UUID alliance, Mono<Void> trouble);
    }

    /** Fails when a canary is seen by the other, or when the probe could not have seen one. */
    public void check(Request request) {
        var chance = new Random(SEED);
        var asked =
                Flux.range(0, REQUESTS)
                        .map(_ -> Tuples.of(chance.nextBoolean() ? one : other, chance.nextInt(4)))
                        .flatMap(ask -> answer(request, ask), SIDE_BY_SIDE)
                        .collectList()
                        .block(Duration.ofMinutes(2));
        judge(asked == null ? List.of() : asked);
        for (var tenant : List.of(one, other, one, other, one, other, one, other)) {
            var after = request.of(tenant.alliance(), Mono.empty()).block(Duration.ofSeconds(5));
            judge(List.of(Tuples.of(tenant, String.valueOf(after))));
        }
    }

    private static Mono<Tuple2<Tenant, String>> answer(
            Request request, Tuple2<Tenant, Integer> ask) {
        var tenant = ask.getT1();
        var answered =
                switch (ask.getT2()) {
                    case 0 -> request.of(tenant.alliance(), Mono.error(new Planted()));
                    case 1 -> cancelled(request, tenant);
                    default -> request.of(tenant.alliance(), Mono.empty());
                };
        return answered.onErrorResume(Planted.class, _ -> Mono.empty())
                .map(seen -> Tuples.of(tenant, seen));
    }

    private static Mono<String> cancelled(Request request, Tenant tenant) {
        return request.of(tenant.alliance(), Mono.delay(SLOW).then())
                .takeUntilOther(Mono.delay(CUT));
    }

    private void judge(List<Tuple2<Tenant, String>> answers) {
        for (var answer : answers) {
            var tenant = answer.getT1();
            assertThat(answer.getT2())
                    .as("what alliance %s sees", tenant.alliance())
                    .doesNotContain(tenant.equals(one) ? other.canary() : one.canary())
                    .contains(tenant.canary());
        }
        assertThat(answers).as("answers: without one the probe shows nothing").isNotEmpty();
    }

    /** A failure on purpose, told apart from real ones. */
    private static final class Planted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Planted() {
            super("planted by the leak probe", null, false, false);
        }
    }
}
