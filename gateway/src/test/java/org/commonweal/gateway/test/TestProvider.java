package org.commonweal.gateway.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider laid out like Keycloak: it logs everyone in at once as the hinted person,
 * checks PKCE and the client's secret, and lets a refresh token be used exactly once.
 */
public final class TestProvider implements AutoCloseable {

    public static final String AUDIENCE = "commonweal-api";
    public static final String SECRET = "a-secret-of-the-test";
    public static final String NEXT_SECRET = "the next: secret & more";

    private static final String REALM = "/realms/commonweal";
    private static final String OIDC = REALM + "/protocol/openid-connect";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final List<Map<String, String>> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile String secret = SECRET;
    private volatile boolean broken;
    private volatile Duration tokenLife = Duration.ofMinutes(5);

    public TestProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(any, 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(OIDC + "/auth", this::authorize);
        server.createContext(OIDC + "/token", this::token);
        server.createContext(OIDC + "/logout", this::logout);
        server.createContext(
                OIDC + "/certs",
                exchange -> {
                    keyFetches.incrementAndGet();
                    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + REALM;
    }

    /** How long the access tokens of later logins and refreshes live. */
    public void letTokensLive(Duration life) {
        tokenLife = life;
    }

    public int refreshes() {
        return refreshes.get();
    }

    /** How often somebody has asked for the keys. */
    public int keyFetches() {
        return keyFetches.get();
    }

    /** From now on only this secret of the client is good. */
    public void changeSecret(String changed) {
        secret = changed;
    }

    /** From now on it cannot end a session, or can again. */
    public void breakLogout(boolean isBroken) {
        broken = isBroken;
    }

    /** How many sessions of the subject it would still renew. */
    public long sessionsOf(String subject) {
        return refreshTokens.values().stream().filter(subject::equals).count();
    }

    /** Ends every session here, so that no refresh token is good any more. */
    public void endSessions() {
        refreshTokens.clear();
    }

    /** The parameters of the last authorization request. */
    public Map<String, String> lastAuthorization() {
        return authorizations.getLast();
    }

    /** A good access token of a mobile or machine client. */
    public String bearer(String subject) {
        return sign(key, claims(subject).build());
    }

    public RSAKey key() {
        return key;
    }

    /** Claims as this provider makes them, for tests that spoil one. */
    public JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(tokenLife)));
    }

    public static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        authorizations.add(asked);
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String location =
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
        exchange.getResponseHeaders().set("Location", URI.create(location).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> asked = parameters(body);
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        ("gateway:"
                                                        + URLEncoder.encode(
                                                                secret, StandardCharsets.UTF_8))
                                                .getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        boolean refresh = "refresh_token".equals(asked.get("grant_type"));
        String answer = refresh ? refreshed(asked) : exchanged(asked);
        answer(exchange, answer == null ? 400 : 200, answer == null ? INVALID_GRANT : answer);
    }

    /** By a refresh token, as a client that holds one does it; or it is broken. */
    private void logout(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean told =
                refreshTokens.remove(parameters(body).getOrDefault("refresh_token", "")) != null;
        exchange.sendResponseHeaders(broken ? 500 : told ? 204 : 400, -1);
        exchange.close();
    }

    private static final String INVALID_GRANT = "{\"error\":\"invalid_grant\"}";

    private @Nullable String exchanged(Map<String, String> asked) {
        Map<String, String> begun = codes.remove(asked.get("code"));
        if (begun == null
                || !Objects.equals(begun.get("redirect_uri"), asked.get("redirect_uri"))
                || !challenge(asked.get("code_verifier")).equals(begun.get("code_challenge"))) {
            return null;
        }
        String subject = begun.getOrDefault("login_hint", "somebody");
        return tokens(subject, begun.get("nonce"));
    }

    private @Nullable String refreshed(Map<String, String> asked) {
        refreshes.incrementAndGet();
        pause();
        String subject = refreshTokens.remove(asked.get("refresh_token"));
        return subject == null ? null : tokens(subject, null);
    }

    /** A slow provider: parallel requests meet while a refresh is under way. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }

    private String tokens(String subject, @Nullable String nonce) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, subject);
        JWTClaimsSet.Builder id =
                claims(subject)
                        .audience("gateway")
                        .claim("name", "Name of " + subject)
                        .claim("sid", "sid-of-" + subject);
        if (nonce != null) {
            id.claim("nonce", nonce);
        }
        String access = sign(key, claims(subject).jwtID(UUID.randomUUID().toString()).build());
        return """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,\
        "refresh_token":"%s","id_token":"%s","scope":"openid profile email"}\
        """
                .formatted(access, tokenLife.toSeconds(), refresh, sign(key, id.build()));
    }

    private static String challenge(@Nullable String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            parameters.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
