package org.commonweal.gateway.login;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Begins a login: hands the person's hint on to the provider and remembers the page to return to.
 */
@Component
class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {

    static final String RETURN_TO = "return_to";

    private static final String LOGIN_HINT = "login_hint";
    private static final String ACTION = "kc_action";

    /** What the owner of an account may do with it there by a login; the provider has more. */
    private static final Set<String> ACTIONS =
            Set.of(
                    "CONFIGURE_TOTP",
                    "CONFIGURE_RECOVERY_AUTHN_CODES",
                    "webauthn-register",
                    "UPDATE_PASSWORD",
                    "delete_account");

    private static final int HINT_LENGTH_MAX = 254;

    private final ServerOAuth2AuthorizationRequestResolver standard;

    LoginRequests(ReactiveClientRegistrationRepository registrations) {
        standard = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return standard.resolve(exchange).map(request -> complete(request, exchange));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String id) {
        return standard.resolve(exchange, id).map(request -> complete(request, exchange));
    }

    private static OAuth2AuthorizationRequest complete(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        String returnTo = ReturnPath.orHome(asked.getFirst(RETURN_TO)).value();
        OAuth2AuthorizationRequest.Builder builder =
                OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(RETURN_TO, returnTo));
        String hint = asked.getFirst(LOGIN_HINT);
        if (isHint(hint)) {
            builder.additionalParameters(parameters -> parameters.put(LOGIN_HINT, hint));
        }
        String action = asked.getFirst(ACTION);
        if (action != null && ACTIONS.contains(action)) {
            builder.additionalParameters(parameters -> parameters.put(ACTION, action));
        }
        return builder.build();
    }

    private static boolean isHint(@Nullable String hint) {
        return hint != null && !hint.isBlank() && hint.length() <= HINT_LENGTH_MAX;
    }
}
