package org.commonweal.bench.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;

/**
 * Signs access tokens with the key of the platform's own realm, which it reads as the operator can:
 * a run needs many logins, and Keycloak would be measured instead of us.
 */
public final class Signer {

    private static final String KEY =
            """
            SELECT cc.value FROM keycloak.component c
            JOIN keycloak.component_config cc ON cc.component_id = c.id
            JOIN keycloak.realm r ON r.id = c.realm_id
            WHERE r.name = 'commonweal' AND c.provider_id = 'rsa-generated'
              AND cc.name = 'privateKey'
            """;

    private static final Duration LIFE = Duration.ofHours(6);
    private static final byte[] RSA =
            HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private final String issuer;
    private final RSASSASigner signer;
    private final String keyId;

    private Signer(String issuer, RSASSASigner signer, String keyId) {
        this.issuer = issuer;
        this.signer = signer;
        this.keyId = keyId;
    }

    public static Signer of(Database database, URI realm) {
        try {
            var key =
                    key(
                            Base64.getDecoder()
                                    .decode(database.<String>one(KEY, row -> row.getString(1))));
            var published =
                    JWKSet.load(URI.create(realm + "/protocol/openid-connect/certs").toURL());
            var id =
                    published.getKeys().stream()
                            .filter(RSAKey.class::isInstance)
                            .map(RSAKey.class::cast)
                            .filter(jwk -> isOf(jwk, key))
                            .findFirst()
                            .orElseThrow()
                            .getKeyID();
            return new Signer(realm.toString(), new RSASSASigner(key), id);
        } catch (GeneralSecurityException | IOException | ParseException e) {
            throw new IllegalStateException("the realm's key cannot be read", e);
        }
    }

    private static boolean isOf(RSAKey jwk, RSAPrivateCrtKey key) {
        return jwk.getModulus().decodeToBigInteger().equals(key.getModulus());
    }

    /** Keycloak keeps PKCS #1, Java reads PKCS #8, which is the same in an envelope. */
    private static RSAPrivateCrtKey key(byte[] pkcs1) throws GeneralSecurityException {
        var octets = sequence((byte) 0x04, pkcs1);
        var content = ByteBuffer.allocate(RSA.length + octets.length).put(RSA).put(octets);
        var pkcs8 = sequence((byte) 0x30, content.array());
        return (RSAPrivateCrtKey)
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] sequence(byte tag, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put(tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    /** A token as the realm gives it to the subject, good for the whole run. */
    public String token(String subject) {
        return token(subject, "");
    }

    /** The same of somebody whose proved address is told as well, as at a first login. */
    public String token(String subject, String mail) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience("commonweal-api")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .claim("azp", "cli")
                        .claim("typ", "Bearer")
                        .claim("email", mail.isEmpty() ? null : mail)
                        .claim("email_verified", mail.isEmpty() ? null : true)
                        .build();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
