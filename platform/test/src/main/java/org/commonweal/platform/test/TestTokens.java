package org.commonweal.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Stands in for the identity provider where a test is about a service: real keys, real signatures,
 * a real key endpoint, tokens with the claims of ours. Also makes the tokens that must be refused.
 */
public final class TestTokens implements AutoCloseable {

    /** The audience that the services ask for. */
    public static final String AUDIENCE = "commonweal-api";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey strangersKey = newKey();
    private final Clock clock;

    private TestTokens(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Serves the keys on a free port of the loopback interface until closed. */
    public static TestTokens start() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var tokens = new TestTokens(HttpServer.create(loopback, 16), Clock.systemUTC());
            tokens.serve();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer in every token's {@code iss}. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/commonweal";
    }

    /** Where the public keys are. */
    public URI keys() {
        return URI.create(issuer() + "/protocol/openid-connect/certs");
    }

    /** The Spring properties that make a service trust these tokens. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                issuer(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                keys().toString());
    }

    /** A good token of a person who came through no firm's provider. */
    public String of(String subject) {
        return with(subject, claims -> claims);
    }

    /** A good token of a person with a verified address, who came through a firm's provider. */
    public String of(String subject, String name, String email, String identityProvider) {
        return with(
                subject,
                claims ->
                        claims.claim("name", name)
                                .claim("email", email)
                                .claim("idp", identityProvider));
    }

    /** A well-signed token with claims of the test's choice. */
    public String with(String subject, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(claims.apply(claims(subject)).build(), key);
    }

    /** What is no valid login, by what is wrong with it; the empty one is none at all. */
    public Map<String, String> bad(String subject) {
        return Map.of(
                "nobody",
                "",
                "nonsense",
                "nonsense",
                "an expired token",
                expired(subject),
                "a token for another audience",
                forAnotherAudience(subject),
                "a token of another issuer",
                ofAnotherIssuer(subject),
                "a token signed by a stranger",
                signedByAStranger(subject));
    }

    /** Refused: its time is over. */
    public String expired(String subject) {
        var now = clock.instant();
        return with(
                subject,
                claims ->
                        claims.issueTime(Date.from(now.minus(LIFE.multipliedBy(3))))
                                .expirationTime(Date.from(now.minus(LIFE))));
    }

    /** Refused: it was made for another audience. */
    public String forAnotherAudience(String subject) {
        return with(subject, claims -> claims.audience("some-other-api"));
    }

    /** Refused: another issuer than the trusted one is named. */
    public String ofAnotherIssuer(String subject) {
        return with(
                subject, claims -> claims.issuer("https://elsewhere.example/realms/commonweal"));
    }

    /** Refused: the key is not the issuer's, though it bears the id of the issuer's key. */
    public String signedByAStranger(String subject) {
        return signed(claims(subject).build(), strangersKey);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private JWTClaimsSet.Builder claims(String subject) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("azp", "commonweal-gateway")
                .claim("name", "Person " + subject)
                .claim("email", subject + "@people.example")
                .claim("email_verified", true);
    }

    private String signed(JWTClaimsSet claims, RSAKey signer) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a test token", e);
        }
    }

    private void serve() {
        var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(
                keys().getPath(),
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
