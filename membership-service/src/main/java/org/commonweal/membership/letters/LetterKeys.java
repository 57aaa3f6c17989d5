package org.commonweal.membership.letters;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.RefusedException;
import org.springframework.stereotype.Component;

/**
 * The key in a mailed link, signed by us: good for one invitation, as it was sent to one address by
 * one inviter. It proves who got the mail and nothing about a firm, so it makes nobody a member.
 */
@Component
public final class LetterKeys {

    private static final String PURPOSE = "letter";
    private static final int VALUES = 5;

    private final Cursors signer;

    LetterKeys(Cursors signer) {
        this.signer = signer;
    }

    /** What goes behind the {@code #} of the link, which no server on the way is told. */
    public String key(Letter letter) {
        return signer.encode(
                PURPOSE, letter.alliance(), letter.invitation(), letter.inviter(), letter.email());
    }

    /** Empty for a key that was not made here, or for something else. */
    Optional<Letter> open(String key) {
        try {
            var values = signer.decode(key, VALUES);
            return values.getFirst().equals(PURPOSE)
                    ? Optional.of(
                            new Letter(
                                    UUID.fromString(values.get(1)),
                                    UUID.fromString(values.get(2)),
                                    UUID.fromString(values.get(3)),
                                    values.get(4)))
                    : Optional.empty();
        } catch (RefusedException forged) {
            return Optional.empty();
        }
    }

    /** The invitation as it was mailed. */
    public record Letter(UUID alliance, UUID invitation, UUID inviter, String email) {}
}
