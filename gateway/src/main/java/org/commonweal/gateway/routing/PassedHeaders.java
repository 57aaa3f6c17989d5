package org.commonweal.gateway.routing;

import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a request's headers a service sees: these and no others. Cookies, and anything that could
 * claim an identity or another way here, end at the gateway because they are not named.
 */
@Component
class PassedHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> PASSED =
            Set.of(
                    HttpHeaders.ACCEPT,
                    HttpHeaders.ACCEPT_LANGUAGE,
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.IF_MATCH,
                    HttpHeaders.IF_NONE_MATCH,
                    HttpHeaders.TRANSFER_ENCODING,
                    "API-Version",
                    "Idempotency-Key");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSED) {
            if (input.containsHeader(name)) {
                passed.addAll(name, input.getOrEmpty(name));
            }
        }
        return passed;
    }

    /** First, so that what the gateway's own filters add stays. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
