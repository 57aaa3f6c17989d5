package org.commonweal.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One gateway: its sessions are in its own memory. */
@Component
@Profile("!cluster")
class MemorySessions implements Sessions {

    private static final int SESSIONS_MAX = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final Cache<String, WebSession> byHandle =
            Caffeine.newBuilder()
                    .maximumSize(SESSIONS_MAX)
                    .expireAfterWrite(FORGOTTEN_AFTER)
                    .build();
    private final Cache<String, Boolean> logoutTokens =
            Caffeine.newBuilder().maximumSize(SESSIONS_MAX).expireAfterWrite(REMEMBERED).build();
    private final ApplicationEventPublisher events;

    MemorySessions(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public Mono<Void> begun(Begun login, WebSession session) {
        return Mono.fromRunnable(() -> byHandle.put(login.handle(), session));
    }

    @Override
    public Flux<Kept> of(String subject) {
        return held(login -> subject.equals(login.subject()))
                .flatMap(session -> Mono.justOrEmpty(kept(session)));
    }

    @Override
    public Mono<Void> end(WebSession session) {
        return Mono.defer(() -> {
            Begun.of(session).map(Begun::handle).ifPresent(byHandle::invalidate);
            events.publishEvent(new SessionEnded(session.getId()));
            return session.invalidate();
        });
    }

    @Override
    public Mono<Void> end(Kept session) {
        return Mono.defer(() ->
                Mono.justOrEmpty(byHandle.getIfPresent(session.begun().handle()))
                        .flatMap(this::end));
    }

    @Override
    public Mono<Void> endByProvider(String providerSession) {
        return held(login -> providerSession.equals(login.providerSession()))
                .concatMap(this::end)
                .then();
    }

    @Override
    public Mono<Void> endBySubject(String subject) {
        return held(login -> subject.equals(login.subject())).concatMap(this::end).then();
    }

    @Override
    public Mono<Boolean> isNew(String logoutToken) {
        return Mono.fromSupplier(() -> logoutTokens.asMap().putIfAbsent(logoutToken, true) == null);
    }

    private Flux<WebSession> held(Predicate<Begun> wanted) {
        return Flux.defer(() -> Flux.fromIterable(byHandle.asMap().values()))
                .filter(session ->
                        !session.isExpired() && Begun.of(session).filter(wanted).isPresent());
    }

    private static Optional<Kept> kept(WebSession session) {
        return Begun.of(session)
                .map(login ->
                        new Kept(
                                session.getId(),
                                login,
                                session.getCreationTime(),
                                session.getLastAccessTime(),
                                Tokens.of(session)));
    }
}
