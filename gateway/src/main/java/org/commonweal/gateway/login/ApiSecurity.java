package org.commonweal.gateway.login;

import static org.springframework.security.config.Customizer.withDefaults;

import org.commonweal.gateway.web.ProblemWriter;
import org.commonweal.gateway.web.Problems;
import org.commonweal.gateway.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2LoginSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Two ways to be known on the same paths: a bearer token, else the browser's session. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String BEARER = "bearer";

    private final ProblemWriter problems;
    private final SecurityHeaders headers;

    ApiSecurity(ProblemWriter problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    /** Mobile and machine clients: no session is read or made, and nothing needs a CSRF token. */
    @Bean
    @Order(1)
    SecurityWebFilterChain bearerTokens(ServerHttpSecurity http) {
        return http.securityMatcher(ApiSecurity::hasBearerToken)
                .authorizeExchange(any -> any.anyExchange().authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(withDefaults())
                                .authenticationEntryPoint((e, _) -> refuseToken(e)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint((e, _) -> refuseToken(e)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(headers)
                .build();
    }

    /**
     * The provider's own call: its signed token says all; there is no session and no form of ours.
     */
    @Bean
    @Order(2)
    SecurityWebFilterChain backChannel(ServerHttpSecurity http) {
        return http.securityMatcher(
                        ServerWebExchangeMatchers.pathMatchers(
                                HttpMethod.POST, BackChannelLogout.PATH))
                .authorizeExchange(any -> any.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(headers)
                .build();
    }

    /**
     * Firms' directories, mailed links and ballot boxes: the service checks their own token; a
     * session has no say there.
     */
    @Bean
    @Order(3)
    SecurityWebFilterChain ownTokens(ServerHttpSecurity http) {
        return http.securityMatcher(
                        ServerWebExchangeMatchers.pathMatchers(
                                "/scim/**", "/letters/**", "/ballot-boxes/**"))
                .authorizeExchange(any -> any.anyExchange().permitAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(headers)
                .build();
    }

    /** Browsers: the session cookie alone says who it is, the CSRF token that our client asks. */
    @Bean
    @Order(4)
    SecurityWebFilterChain browsers(
            ServerHttpSecurity http,
            LoginRequests requests,
            PendingLogins pending,
            LoginEnd loginEnd,
            BrowserSessions sessions,
            LogoutEnd logoutEnd) {
        return http.authorizeExchange(paths ->
                        paths.pathMatchers("/api/session")
                                .permitAll()
                                .pathMatchers("/api/**")
                                .authenticated()
                                .anyExchange()
                                .permitAll())
                .oauth2Login(login -> configure(login, requests, pending, loginEnd))
                .logout(logout -> configure(logout, sessions, logoutEnd))
                .csrf(this::configure)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                (e, _) -> refuse(e, HttpStatus.UNAUTHORIZED)))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers)
                .build();
    }

    /** Paths that another part could read differently (`..;`, `%2f`, `//`) go no further. */
    @Bean
    ServerExchangeRejectedHandler trickyRequests() {
        return (exchange, _) -> refuse(exchange, HttpStatus.BAD_REQUEST);
    }

    private static void configure(
            OAuth2LoginSpec login, LoginRequests requests, PendingLogins pending, LoginEnd end) {
        login.authorizationRequestResolver(requests)
                .authorizationRequestRepository(pending)
                .authenticationSuccessHandler(end)
                .authenticationFailureHandler(end)
                .loginPage("/");
    }

    private static void configure(LogoutSpec logout, BrowserSessions sessions, LogoutEnd end) {
        logout.logoutHandler(sessions).logoutSuccessHandler(end);
    }

    private void configure(CsrfSpec csrf) {
        CookieServerCsrfTokenRepository cookie =
                CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(values -> values.path("/").secure(true).sameSite("Lax"));
        csrf.csrfTokenRepository(cookie)
                // Plain, not XOR-masked: the script copies the cookie's value into the header.
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .accessDeniedHandler((exchange, _) -> refuseForgery(exchange));
    }

    private static Mono<MatchResult> hasBearerToken(ServerWebExchange exchange) {
        String value = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean bearer = value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String path = exchange.getRequest().getPath().value();
        return bearer && (path.equals("/api") || path.startsWith("/api/"))
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    private Mono<Void> refuseToken(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refuse(exchange, HttpStatus.UNAUTHORIZED);
    }

    private Mono<Void> refuseForgery(ServerWebExchange exchange) {
        return problems.write(
                exchange,
                Problems.of(
                        HttpStatus.FORBIDDEN,
                        "csrf-token-missing",
                        "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN."));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
        return problems.write(exchange, Problems.of(status));
    }
}
