package org.commonweal.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.commonweal.gateway.login.Login;
import org.commonweal.gateway.login.SessionEnded;
import org.commonweal.gateway.login.SessionEndsMissed;
import org.commonweal.gateway.seal.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Tells every open stream what its owner may know at that moment. One lock around it all: a place
 * in the stream, the standings and the queues always agree, and nothing here waits for anything.
 */
@Component
class LiveStream {

    private static final int SENT_AT_ONCE = 32;

    private final StreamProperties properties;
    private final Seal seal;
    private final Clock clock;
    private final Standings standings = new Standings();
    private final Listeners listeners;

    /** Nothing until the past has been read from Kafka; nobody hears of a change before. */
    private @Nullable Place place;

    private boolean closed;

    LiveStream(StreamProperties properties, Seal seal, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.seal = seal;
        this.clock = clock;
        listeners = new Listeners(properties.streamsMax(), properties.streamsMaxPerLogin());
        meters.gauge("commonweal.stream.listeners", listeners, Listeners::count);
    }

    /** Begins a stream, after the place that the client names or from now on. */
    synchronized Flux<ServerSentEvent<Object>> open(
            Login login, @Nullable String session, @Nullable String since) {
        if (closed) { // whoever comes now is told to come again, to another gateway
            return Flux.just(Events.hello(properties.reconnectAfter()));
        }
        Listener listener = new Listener(login, session, since, properties.queueMax());
        if (!listeners.add(listener)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        tell(listener, Events.hello(properties.reconnectAfter()));
        if (place != null && place.told()) {
            begin(listener, place);
        }
        return listener.events()
                .publishOn(Schedulers.parallel(), SENT_AT_ONCE)
                .concatWith(Flux.defer(() -> lastWords(listener)))
                .doFinally(_ -> leave(listener));
    }

    /** Forgets all, to read it again; streams under way end and come back by their place. */
    synchronized void forget() {
        if (place != null && place.told()) {
            listeners.all().forEach(this::end);
        }
        place = null;
        standings.clear();
    }

    /** The past begins to arrive here; it is kept, and told only to those who come back. */
    synchronized void startAt(Sources sources, Position position) {
        place = new Place(sources, position, properties.keptMaxPerPartition());
    }

    /** The past has been read: from now on everything is told as it arrives. */
    synchronized void tellFromNow() {
        Place now = requirePlace();
        now.tell();
        listeners.all().forEach(listener -> begin(listener, now));
    }

    /** One record of a source has arrived; most are nothing to tell. */
    synchronized void arrived(int source, long offset, @Nullable Change change) {
        Place now = requirePlace();
        now.advance(source, offset + 1);
        if (change == null) {
            return;
        }
        now.recent().add(source, offset, change, clock.instant().minus(properties.keptFor()));
        if (now.told()) {
            List<Listener> audience = listeners.of(login -> mayKnow(login, change));
            if (!audience.isEmpty()) {
                ServerSentEvent<Object> event = Events.change(change.pointer(), id(now));
                audience.forEach(listener -> tell(listener, event));
            }
        }
    }

    /** The standing of a place is another: it counts from this moment, for open streams too. */
    synchronized void stands(RecordReader.StandingKey place, StandingChanged changed) {
        take(standings.apply(place, changed));
    }

    /** A place is no longer known in the alliance at all. */
    synchronized void forgotten(RecordReader.StandingKey place) {
        take(standings.forget(place));
    }

    @Scheduled(fixedRateString = "${commonweal.stream.heartbeat}")
    synchronized void heartbeat() {
        ServerSentEvent<Object> event =
                place != null && place.told() ? Events.heartbeat(id(place)) : Events.heartbeat();
        listeners.all().forEach(listener -> tell(listener, event));
    }

    @EventListener
    synchronized void sessionEnded(SessionEnded ended) {
        listeners.all().stream()
                .filter(each -> ended.session().equals(each.session()))
                .forEach(this::end);
    }

    /** Streams of sessions end; their clients come back by their place, if the session is there. */
    @EventListener(SessionEndsMissed.class)
    synchronized void sessionEndsMissed() {
        listeners.all().stream().filter(each -> each.session() != null).forEach(this::end);
    }

    /** Ends every stream, so that a shutdown need not wait for them. */
    synchronized void close() {
        closed = true;
        listeners.all().forEach(this::end);
    }

    private void take(Standings.Effect effect) {
        if (place == null || !place.told()) {
            return;
        }
        ServerSentEvent<Object> reset = Events.reset(id(place));
        for (Listener listener : listeners.of(effect.lost()::contains)) {
            tell(listener, reset);
            end(listener);
        }
        // Facts may have arrived before this standing did: whoever has just joined reads again.
        listeners.of(effect.gained()::contains).forEach(listener -> tell(listener, reset));
    }

    private void begin(Listener listener, Place now) {
        String since = listener.since();
        if (since == null) {
            tell(listener, Events.heartbeat(id(now)));
            return;
        }
        List<Change> missed =
                Position.open(since, now.sources().count(), seal)
                        .map(position -> missed(listener, now, position))
                        .orElse(null);
        if (missed == null || missed.size() > properties.queueMax() / 2) {
            tell(listener, Events.reset(id(now)));
            return;
        }
        // The client's own place stays until it has all of it, should it break off in between.
        missed.forEach(change -> tell(listener, Events.change(change.pointer(), since)));
        tell(listener, Events.heartbeat(id(now)));
    }

    /** What the listener may know of what came since; nothing at all when some of it is gone. */
    private @Nullable List<Change> missed(Listener listener, Place now, Position since) {
        Set<Integer> sources = now.sources().of(standings.alliances(listener.login()));
        return sources.stream().allMatch(source -> now.holdsAllSince(source, since))
                ? now.recent().since(since, sources).stream()
                        .filter(change -> mayKnow(listener.login(), change))
                        .toList()
                : null;
    }

    private boolean mayKnow(Login login, Change change) {
        Standing standing = standings.standing(login, change.pointer().alliance());
        return standing != null && change.audience().includes(standing);
    }

    private void tell(Listener listener, ServerSentEvent<Object> event) {
        if (!listener.tell(event)) {
            end(listener);
        }
    }

    private void end(Listener listener) {
        listeners.remove(listener);
        listener.end();
    }

    private synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** A slow client has lost events: it must read again, then go on from here. */
    private synchronized Flux<ServerSentEvent<Object>> lastWords(Listener listener) {
        return listener.hasLostEvents() && place != null
                ? Flux.just(Events.reset(id(place)))
                : Flux.empty();
    }

    private String id(Place now) {
        return now.position().sealed(seal);
    }

    private Place requirePlace() {
        if (place == null) {
            throw new IllegalStateException("the stream has not been started");
        }
        return place;
    }
}
