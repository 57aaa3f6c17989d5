package org.commonweal.purpose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.purpose.PurposeTest.Someone;
import org.commonweal.purpose.secretballot.VoterSide;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An elector with a voting paper, as the client makes it. */
final class SecretVoter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PurposeTest test;
    private final UUID alliance;
    private final UUID proposal;
    private final VoterSide side;
    private String signature = "";

    private SecretVoter(PurposeTest test, UUID alliance, UUID proposal, VoterSide side) {
        this.test = test;
        this.alliance = alliance;
        this.proposal = proposal;
        this.side = side;
    }

    /** With a message that is blinded for the key of the elector's weight, and not signed yet. */
    static SecretVoter of(PurposeTest test, Someone someone, UUID proposal) {
        var ballot = json(test.get(someone, "/proposals/" + proposal).expectStatus().isOk());
        var weight = ballot.at("/mine/weight").decimalValue();
        var modulus =
                ballot.at("/secrecy/keys")
                        .valueStream()
                        .filter(key -> key.path("weight").decimalValue().compareTo(weight) == 0)
                        .map(key -> key.path("modulus").asString())
                        .findFirst()
                        .orElseThrow();
        var side = VoterSide.of(Base64.getUrlDecoder().decode(modulus));
        return new SecretVoter(test, someone.alliance(), proposal, side);
    }

    /** With a paper that was signed for the elector. */
    static SecretVoter signed(PurposeTest test, Someone someone, UUID proposal) {
        var voter = of(test, someone, proposal);
        var answer = json(voter.ask(someone).expectStatus().isOk());
        voter.take(answer.path("signature").asString());
        return voter;
    }

    ResponseSpec ask(Someone someone) {
        return test.put(someone, "/proposals/" + proposal + "/ballots/mine/paper", asked());
    }

    Map<String, String> asked() {
        return Map.of("blinded", text(side.blinded()));
    }

    void take(String blindSignature) {
        signature = text(side.finish(Base64.getUrlDecoder().decode(blindSignature)));
    }

    ResponseSpec cast(String choice) {
        return cast(proposal, choice);
    }

    /** Into a box that may be another ballot's. */
    ResponseSpec cast(UUID ballot, String choice) {
        return test.castSecretly(alliance, ballot, vote(choice));
    }

    Map<String, String> vote(String choice) {
        return Map.of("token", token(), "signature", signature, "choice", choice);
    }

    String token() {
        return text(side.prepared());
    }

    String signature() {
        return signature;
    }

    String receipt() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(side.prepared());
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static JsonNode json(ResponseSpec answer) {
        var bytes = answer.expectBody().returnResult().getResponseBody();
        return JSON.readTree(new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
    }
}
