package org.commonweal.gateway.cluster;

import java.util.Optional;
import org.commonweal.gateway.login.Begun;
import org.commonweal.gateway.login.Kept;
import org.commonweal.gateway.login.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;

/** Reads a session that is not the one of a request. */
record SessionReader(ReactiveSessionRepository<? extends Session> stored) {

    /** Nothing when it has ended, cannot be read, or came of no login. */
    Mono<Kept> read(String id) {
        return stored.findById(id).mapNotNull(SessionReader::kept);
    }

    private static @Nullable Kept kept(Session session) {
        Begun login = session.getAttribute(Begun.ATTRIBUTE);
        return login == null
                ? null
                : new Kept(
                        session.getId(),
                        login,
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        Optional.ofNullable(session.<Tokens>getAttribute(Tokens.ATTRIBUTE)));
    }
}
