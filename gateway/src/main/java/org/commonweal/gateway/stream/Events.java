package org.commonweal.gateway.stream;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.codec.ServerSentEvent;

/** What a stream says; every id is the place from which the client could go on. */
final class Events {

    private Events() {}

    /** The first words, also while there is no place yet. */
    static ServerSentEvent<Object> hello(Duration reconnectAfter) {
        return ServerSentEvent.builder().retry(reconnectAfter).comment("").build();
    }

    static ServerSentEvent<Object> change(Pointer pointer, String id) {
        return ServerSentEvent.<Object>builder().event("change").id(id).data(pointer).build();
    }

    /**
     * What was missed is not known: read everything again. A browser drops an event without data.
     */
    static ServerSentEvent<Object> reset(String id) {
        return ServerSentEvent.<Object>builder().event("reset").id(id).data(Map.of()).build();
    }

    /** A sign of life; a browser takes over the id although it shows no event. */
    static ServerSentEvent<Object> heartbeat(String id) {
        return ServerSentEvent.builder().id(id).comment("").build();
    }

    static ServerSentEvent<Object> heartbeat() {
        return ServerSentEvent.builder().comment("").build();
    }
}
