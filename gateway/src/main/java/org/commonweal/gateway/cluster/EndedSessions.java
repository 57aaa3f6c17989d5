package org.commonweal.gateway.cluster;

import java.time.Duration;
import java.util.List;
import org.commonweal.gateway.login.SessionEnded;
import org.commonweal.gateway.login.SessionEndsMissed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.ReactiveRedisMessageListenerContainer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.retry.Retry;

/**
 * Hears which sessions have ended on any gateway. Whenever the ear is there anew, ends may have
 * been missed before.
 */
final class EndedSessions implements SubscriptionListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final Duration RETRY_MAX = Duration.ofSeconds(1);

    private final ReactiveRedisMessageListenerContainer ear;
    private final ApplicationEventPublisher events;
    private final Disposable.Swap listening = Disposables.swap();

    EndedSessions(ReactiveRedisMessageListenerContainer ear, ApplicationEventPublisher events) {
        this.ear = ear;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void listen() {
        listening.update(
                ear.receive(List.of(ChannelTopic.of(Keys.ENDED_CHANNEL)), this)
                        .map(Message::getMessage)
                        .doOnError(failed ->
                                LOG.warn("session ends unheard cause={}", failed.toString()))
                        .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY_FIRST).maxBackoff(RETRY_MAX))
                        .subscribe(id -> events.publishEvent(new SessionEnded(id))));
    }

    @Override
    public void onChannelSubscribed(byte[] channel, long count) {
        events.publishEvent(new SessionEndsMissed());
    }

    @Override
    public void destroy() {
        listening.dispose();
    }
}
