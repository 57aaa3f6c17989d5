package org.commonweal.gateway.login;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;

/** How many browser sessions this gateway holds; where they are kept elsewhere, that tells. */
@Component
class SessionMeters implements MeterBinder {

    private final WebSessionManager sessions;

    SessionMeters(WebSessionManager sessions) {
        this.sessions = sessions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (sessions instanceof DefaultWebSessionManager manager
                && manager.getSessionStore() instanceof InMemoryWebSessionStore store) {
            Gauge.builder("commonweal.sessions", store, kept -> kept.getSessions().size())
                    .register(registry);
        }
    }
}
