package org.commonweal.gateway.login;

import java.net.URI;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends the provider's session after ours. A form is redirected there; a script, which cannot follow
 * a redirect to another host, gets the address as `{"location": …}` and goes there itself.
 */
@Component
class LogoutEnd implements ServerLogoutSuccessHandler {

    private static final URI HOME = URI.create("/");

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final OidcClientInitiatedServerLogoutSuccessHandler provider;
    private final JsonMapper json;

    LogoutEnd(
            ReactiveClientRegistrationRepository registrations,
            LoginProperties login,
            JsonMapper json) {
        this.json = json;
        provider = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        provider.setPostLogoutRedirectUri(login.publicUrl() + "/");
        provider.setRedirectStrategy(this::leadTo);
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange filter, Authentication authentication) {
        return authentication instanceof OAuth2AuthenticationToken
                ? provider.onLogoutSuccess(filter, authentication)
                : leadTo(filter.getExchange(), HOME);
    }

    private Mono<Void> leadTo(ServerWebExchange exchange, URI location) {
        if (!exchange.getRequest().getHeaders().getAccept().contains(MediaType.APPLICATION_JSON)) {
            return redirect.sendRedirect(exchange, location);
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        byte[] body = json.writeValueAsBytes(Map.of("location", location.toString()));
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
