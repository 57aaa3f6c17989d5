package org.commonweal.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Takes off all by which a request could be known again: a login, a cookie, a trace, also the
 * language. What is left says how the body is to be read.
 */
@Component
class NamelessGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private static final Set<String> KEPT =
            Set.of("accept", "content-length", "content-type", "host", "transfer-encoding");

    NamelessGatewayFilterFactory() {
        super(Object.class);
    }

    @Override
    public GatewayFilter apply(Object none) {
        return (exchange, chain) ->
                chain.filter(
                        exchange.mutate()
                                .request(request ->
                                        request.headers(NamelessGatewayFilterFactory::forget))
                                .build());
    }

    private static void forget(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> !KEPT.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }
}
