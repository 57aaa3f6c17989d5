package org.commonweal.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** One breaker per route: a service that is not there is left alone for a moment. */
@Configuration(proxyBeanMethods = false)
class CircuitBreakers {

    private static final int CALLS_WATCHED = 20;
    private static final int CALLS_MIN = 10;
    private static final int CALLS_ON_TRIAL = 3;
    private static final Duration OPEN = Duration.ofSeconds(2);

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers() {
        CircuitBreakerConfig config =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_WATCHED)
                        .minimumNumberOfCalls(CALLS_MIN)
                        .permittedNumberOfCallsInHalfOpenState(CALLS_ON_TRIAL)
                        .waitDurationInOpenState(OPEN)
                        .recordException(CircuitBreakers::isOutage)
                        .build();
        return factory ->
                factory.configureDefault(id ->
                        new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
    }

    /** The service's absence or silence; not a refusal, and not what the client did wrong. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof IOException
                || (failure instanceof ResponseStatusException answered
                        && answered.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT);
    }
}
