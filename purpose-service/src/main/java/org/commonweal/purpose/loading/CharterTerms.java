package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import org.commonweal.purpose.domain.Terms;

/**
 * What a charter says about deciding, as a member reads it.
 *
 * @param ballotMinimum an ISO 8601 duration
 */
@Schema(name = "CharterTerms")
public record CharterTerms(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {

    public static CharterTerms of(Terms terms) {
        return new CharterTerms(
                terms.rule().quorumPerMillion(),
                terms.rule().thresholdPerMillion(),
                terms.ballotMinimum().toString());
    }
}
