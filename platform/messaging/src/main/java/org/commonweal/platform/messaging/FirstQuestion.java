package org.commonweal.platform.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What must be answered before a request reads or writes anything. {@link ScopedDatabase} asks it
 * in the request's first transaction, which costs a statement and no transaction of its own; while
 * it is unanswered no transaction goes on without asking.
 */
public final class FirstQuestion {

    private volatile @Nullable Asked unanswered;

    private FirstQuestion() {}

    /** A request's context, with a place for its question. */
    public static Context placedIn(Context context) {
        return context.put(FirstQuestion.class, new FirstQuestion());
    }

    /**
     * From here on the request asks this first.
     *
     * @param question completes empty when the request may go on, else fails with its refusal
     * @throws java.util.NoSuchElementException outside of a request
     */
    public static Mono<Void> ask(UUID alliance, Function<DatabaseClient, Mono<Void>> question) {
        return Mono.deferContextual(context -> {
            FirstQuestion first = context.get(FirstQuestion.class);
            first.unanswered =
                    new Asked(
                            alliance,
                            sql -> question.apply(sql).doOnSuccess(_ -> first.unanswered = null));
            return Mono.empty();
        });
    }

    static Optional<Asked> unanswered(ContextView context) {
        return context.<FirstQuestion>getOrEmpty(FirstQuestion.class)
                .flatMap(first -> Optional.ofNullable(first.unanswered));
    }

    /**
     * One that is to be asked.
     *
     * @param alliance in whose scope
     */
    record Asked(UUID alliance, Function<DatabaseClient, Mono<Void>> question) {}
}
