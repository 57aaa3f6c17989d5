package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.commonweal.purpose.domain.Tally;
import org.commonweal.purpose.domain.Weight;

/**
 * A count of yes and no, as it is kept with a closed ballot and told: in votes, of which a part is
 * at least a millionth.
 */
@Schema(name = "Count")
public record Count(
        BigDecimal yes,
        BigDecimal no,
        BigDecimal abstain,
        BigDecimal block,
        BigDecimal electorate) {

    public static Count of(Tally tally) {
        return new Count(
                Weight.votes(tally.yes()),
                Weight.votes(tally.no()),
                Weight.votes(tally.abstain()),
                Weight.votes(tally.block()),
                Weight.votes(tally.electorate()));
    }
}
