package org.commonweal.recognition.thanking;

import java.util.UUID;
import org.commonweal.recognition.domain.ThankYou;

/** {@code recognition.thanked.v1}; the text stays here. */
record ThankedV1(
        UUID thanks, UUID contribution, String title, UUID from, UUID fromOrganization, UUID to) {

    static final String TYPE = "recognition.thanked.v1";

    static ThankedV1 of(ThankYou thankYou) {
        return new ThankedV1(
                thankYou.id().value(),
                thankYou.contribution().value(),
                thankYou.title(),
                thankYou.from().value(),
                thankYou.fromOrganization().value(),
                thankYou.to().value());
    }
}
