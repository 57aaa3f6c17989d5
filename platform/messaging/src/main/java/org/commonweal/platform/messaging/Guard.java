package org.commonweal.platform.messaging;

import org.springframework.dao.DuplicateKeyException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What happens when two people change the same thing between one's reading and writing. */
public final class Guard {

    private Guard() {}

    /** The value when the statement kept something; else the guard did not hold. */
    public static <T> Mono<T> held(Mono<Long> rowsUpdated, T value) {
        return rowsUpdated.flatMap(
                rows -> rows > 0 ? Mono.just(value) : Mono.error(ChangedMeanwhileException::new));
    }

    /**
     * Loads, decides and keeps; once more from the start when the guard did not hold or a key was
     * taken, then fails with {@link ChangedMeanwhileException}.
     */
    public static <T> Mono<T> twice(Mono<T> attempt) {
        return ScopedDatabase.deciding(attempt)
                .retryWhen(
                        Retry.max(1)
                                .filter(Guard::lostRace)
                                .onRetryExhaustedThrow((_, _) -> new ChangedMeanwhileException()));
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof ChangedMeanwhileException
                || failure instanceof DuplicateKeyException;
    }
}
