package org.commonweal.purpose.proxies;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says that a proxy is over, which nobody can vote by since that moment. */
@Component
class ExpireProxy implements DueHandler {

    private final ProxyEnds ends;

    ExpireProxy(ProxyEnds ends) {
        this.ends = ends;
    }

    @Override
    public String kind() {
        return "proxy-ends";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return ends.end(alliance, subject, at);
    }
}
