package org.commonweal.bench.workload;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.commonweal.bench.measure.Figures;

/**
 * What a service does with a token before it does anything else, on one core and one after the
 * other: signature by the realm's key, issuer, audience and times, by the library that does it
 * there. (The standing is a join of the query that the request makes anyway.)
 */
record OwnCheck(DefaultJWTProcessor<SecurityContext> processor, String token) {

    private static final double SECOND = 1e9;
    private static final double MICRO = 1e3;
    private static final int AT_A_TIME = 100;

    /** A check by the keys that the realm publishes now. */
    static OwnCheck of(URI realm, String audience, String token) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier((_, _) -> {});
        try {
            var published =
                    JWKSet.load(URI.create(realm + "/protocol/openid-connect/certs").toURL());
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(
                            JWSAlgorithm.RS256, new ImmutableJWKSet<>(published)));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the realm's keys cannot be read", e);
        }
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        audience,
                        new JWTClaimsSet.Builder().issuer(realm.toString()).build(),
                        Set.of("sub", "exp")));
        return new OwnCheck(processor, token);
    }

    Figures measure(Duration time) {
        var begin = System.nanoTime();
        var checks = 0L;
        while (System.nanoTime() - begin < time.toNanos()) {
            for (var n = 0; n < AT_A_TIME; n++) {
                check();
            }
            checks += AT_A_TIME;
        }
        var nanos = (double) System.nanoTime() - begin;
        return Figures.of(checks * SECOND / nanos).with("µs a check", nanos / MICRO / checks);
    }

    private void check() {
        try {
            processor.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new IllegalStateException("the token is refused", e);
        }
    }
}
