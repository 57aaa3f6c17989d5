package org.commonweal.purpose.secretballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9474: its own test vectors (appendix A), and what must not pass. */
class BlindSignaturesTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final SigningKey OURS = SigningKey.generate();
    private static final SigningKey OTHER = SigningKey.generate();

    @TestFactory
    Stream<DynamicTest> every_vector_of_the_standard_comes_out() throws IOException {
        var known = known();
        return known.vectors().stream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.name(), () -> comesOut(known.key(), vector)));
    }

    private static void comesOut(Key numbers, Vector vector) {
        var signer = numbers.signing();
        var key = signer.verifying();
        assertThat(vector.msgPrefix() + vector.msg()).isEqualTo(vector.preparedMsg());

        var prepared = HEX.parseHex(vector.preparedMsg());
        var factor = number(vector.inv()).modInverse(key.modulus());
        var salt = HEX.parseHex(vector.salt());
        var encoding = new PSSSigner(new RSABlindingEngine(), new SHA384Digest(), salt);
        var voter = VoterSide.of(key, prepared, factor, encoding);
        assertThat(HEX.formatHex(voter.blinded())).isEqualTo(vector.blindedMsg());

        var blindSignature = signer.sign(voter.blinded()).orElseThrow();
        assertThat(HEX.formatHex(blindSignature)).isEqualTo(vector.blindSig());

        var signature = voter.finish(blindSignature);
        assertThat(HEX.formatHex(signature)).isEqualTo(vector.sig());
        assertThat(key.verifies(prepared, signature, salt.length)).isTrue();
        assertThat(OTHER.verifying().verifies(prepared, signature, salt.length)).isFalse();
    }

    @Test
    void a_key_of_ours_signs_what_it_does_not_see() {
        var read = SigningKey.of(OURS.encoded());
        var voter = VoterSide.of(TokenKey.of(OURS.verifying().bytes()));

        var blindSignature = read.sign(voter.blinded()).orElseThrow();
        var signature = voter.finish(blindSignature);

        assertThat(OURS.verifying().verifies(voter.prepared(), signature)).isTrue();
        assertThat(read.sign(voter.blinded()).orElseThrow()).isEqualTo(blindSignature);
        assertThat(OURS.verifying().verifies(voter.prepared(), blindSignature)).isFalse();
    }

    @Test
    void another_ballots_key_another_message_or_a_changed_bit_is_not_signed() {
        var voter = VoterSide.of(OURS.verifying());
        var signature = voter.finish(OURS.sign(voter.blinded()).orElseThrow());
        var changed = signature.clone();
        changed[100] ^= 1;

        assertThat(OTHER.verifying().verifies(voter.prepared(), signature)).isFalse();
        assertThat(OURS.verifying().verifies(new byte[64], signature)).isFalse();
        assertThat(OURS.verifying().verifies(voter.prepared(), changed)).isFalse();
        // In the range of our key: one of the two moduli is the larger.
        var foreign =
                new BigInteger(1, OTHER.sign(voter.blinded()).orElse(new byte[256]))
                        .mod(OURS.verifying().modulus());
        var signedByOther = voter.finish(TokenKey.unsigned(foreign, 256));
        assertThat(OURS.verifying().verifies(voter.prepared(), signedByOther)).isFalse();
    }

    @Test
    void a_signature_of_another_length_or_out_of_range_is_none() {
        var key = OURS.verifying();
        var voter = VoterSide.of(key);
        var signature = voter.finish(OURS.sign(voter.blinded()).orElseThrow());
        var above = new BigInteger(1, signature).add(key.modulus());

        assertThat(key.verifies(voter.prepared(), new byte[0])).isFalse();
        assertThat(key.verifies(voter.prepared(), new byte[256])).isFalse();
        assertThat(key.verifies(voter.prepared(), HEX.parseHex("00" + HEX.formatHex(signature))))
                .isFalse();
        assertThat(key.verifies(voter.prepared(), TokenKey.unsigned(above, 257))).isFalse();
        assertThat(key.verifies(voter.prepared(), key.bytes())).isFalse();
    }

    @Test
    void what_is_no_blinded_message_is_not_signed() {
        var modulus = OURS.verifying().modulus();
        var wrong =
                List.of(
                        new byte[0],
                        new byte[255],
                        new byte[257],
                        TokenKey.unsigned(BigInteger.ZERO, 256),
                        TokenKey.unsigned(BigInteger.ONE, 256),
                        TokenKey.unsigned(modulus.subtract(BigInteger.ONE), 256),
                        TokenKey.unsigned(modulus, 256),
                        TokenKey.unsigned(BigInteger.TWO.pow(2048).subtract(BigInteger.ONE), 256));

        assertThat(wrong).allSatisfy(message -> assertThat(OURS.sign(message)).isEmpty());
    }

    private static Known known() throws IOException {
        try (var file = BlindSignaturesTest.class.getResourceAsStream("/rfc9474.json")) {
            return new JsonMapper().readValue(file, Known.class);
        }
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    record Known(Key key, List<Vector> vectors) {}

    record Key(String p, String q, String n, String e, String d) {

        SigningKey signing() {
            var first = number(p);
            var second = number(q);
            var whole = number(d);
            var spec =
                    new RSAPrivateCrtKeySpec(
                            number(n),
                            number(e),
                            whole,
                            first,
                            second,
                            whole.mod(first.subtract(BigInteger.ONE)),
                            whole.mod(second.subtract(BigInteger.ONE)),
                            second.modInverse(first));
            try {
                return SigningKey.of(
                        KeyFactory.getInstance("RSA").generatePrivate(spec).getEncoded());
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Vector(
            String name,
            String msg,
            String msgPrefix,
            String preparedMsg,
            String salt,
            String encodedMsg,
            String inv,
            String blindedMsg,
            String blindSig,
            String sig) {}
}
