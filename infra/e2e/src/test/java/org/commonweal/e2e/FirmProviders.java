package org.commonweal.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Person;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers of many firms in one small server, an issuer for each: authorization code
 * with PKCE, ID tokens signed by a key of the firm's own (OpenID Connect Core 1.0). Whoever is
 * named by {@code login_hint} is taken to have passed the firm's own door.
 */
final class FirmProviders implements AutoCloseable {

    static final String CLIENT = "commonweal";

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final HttpServer server;
    private final DemoAlliance alliance;
    private final Map<String, RSAKey> keys;
    private final Map<AuthorizationCode, AuthenticationRequest> codes = new ConcurrentHashMap<>();

    FirmProviders(DemoAlliance alliance) {
        this.alliance = alliance;
        this.keys =
                alliance.firms().stream()
                        .map(DemoAlliance.Firm::slug)
                        .collect(Collectors.toMap(Function.identity(), FirmProviders::key));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        keys.keySet().forEach(this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static RSAKey key(String firm) {
        try {
            return new RSAKeyGenerator(2048).keyID(firm).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String firm) {
        var path = URI.create(issuer(firm)).getPath();
        server.createContext(path + "/authorize", this::authorize);
        server.createContext(path + "/token", exchange -> token(firm, exchange));
        server.createContext(
                path + "/keys",
                exchange -> answer(exchange, 200, new JWKSet(keys.get(firm)).toString(true)));
    }

    String issuer(String firm) {
        return "http://localhost:%d/%s".formatted(server.getAddress().getPort(), firm);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        try {
            var request = AuthenticationRequest.parse(exchange.getRequestURI().getRawQuery());
            person(request.getLoginHint());
            var code = new AuthorizationCode();
            codes.put(code, request);
            var back =
                    new AuthenticationSuccessResponse(
                            request.getRedirectionURI(),
                            code,
                            null,
                            null,
                            request.getState(),
                            null,
                            null);
            exchange.getResponseHeaders().set("Location", back.toURI().toString());
            answer(exchange, 302, "");
        } catch (ParseException | IllegalArgumentException refused) {
            answer(exchange, 400, String.valueOf(refused.getMessage()));
        }
    }

    private Person person(@Nullable String mail) {
        return alliance.people().stream()
                .filter(person -> person.mail().equals(mail))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody here is " + mail));
    }

    private void token(String firm, HttpExchange exchange) throws IOException {
        try {
            var tokens = new OIDCTokens(idToken(firm, redeemed(firm, exchange)), bearer(), null);
            answer(exchange, 200, new OIDCTokenResponse(tokens).toJSONObject().toJSONString());
        } catch (ParseException refused) {
            var error =
                    Objects.requireNonNullElse(
                            refused.getErrorObject(), OAuth2Error.INVALID_REQUEST);
            answer(exchange, 400, said(error));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BearerAccessToken bearer() {
        return new BearerAccessToken(TOKEN_LIFE.toSeconds(), null);
    }

    private static String said(ErrorObject error) {
        return new TokenErrorResponse(error).toJSONObject().toJSONString();
    }

    /** What was asked for when the code was given: once, by our client, with the verifier. */
    private AuthenticationRequest redeemed(String firm, HttpExchange exchange)
            throws IOException, ParseException {
        var http = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer(firm) + "/token"));
        http.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
        http.setHeader("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
        http.setBody(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var request = TokenRequest.parse(http);
        var client = new ClientSecretBasic(new ClientID(CLIENT), new Secret(firm));
        if (!(request.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant)
                || !(request.getClientAuthentication() instanceof ClientSecretBasic given)
                || !given.getClientID().equals(client.getClientID())
                || !given.getClientSecret().equals(client.getClientSecret())) {
            throw new ParseException("not our client", OAuth2Error.INVALID_CLIENT);
        }
        var begun = codes.remove(grant.getAuthorizationCode());
        var challenge =
                grant.getCodeVerifier() == null || begun == null
                        ? null
                        : CodeChallenge.compute(
                                begun.getCodeChallengeMethod(), grant.getCodeVerifier());
        if (begun == null
                || !begun.getRedirectionURI().equals(grant.getRedirectionURI())
                || !Objects.equals(begun.getCodeChallenge(), challenge)) {
            throw new ParseException("no such code", OAuth2Error.INVALID_GRANT);
        }
        return begun;
    }

    private JWT idToken(String firm, AuthenticationRequest request) throws JOSEException {
        var person = person(request.getLoginHint());
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer(firm))
                        .subject(UUID.nameUUIDFromBytes(person.mail().getBytes(UTF_8)).toString())
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                        .claim(
                                "nonce",
                                request.getNonce() == null ? null : request.getNonce().getValue())
                        .claim("email", person.mail())
                        .claim("email_verified", true)
                        .claim("preferred_username", person.mail())
                        .claim("given_name", person.given())
                        .claim("family_name", person.family())
                        .build();
        var key = Objects.requireNonNull(keys.get(firm));
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(firm).build(), claims);
        token.sign(new RSASSASigner(key));
        return token;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
