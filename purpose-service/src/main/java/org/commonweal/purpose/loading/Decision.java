package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.UUID;

/** An adopted ballot that put something in force, with its count in votes. */
@Schema(name = "Decision")
public record Decision(
        UUID proposal,
        BigDecimal yes,
        BigDecimal no,
        BigDecimal abstain,
        BigDecimal block,
        BigDecimal electorate) {}
