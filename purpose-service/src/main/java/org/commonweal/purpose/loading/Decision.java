package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** An adopted ballot that put something in force, with its count. */
@Schema(name = "Decision")
public record Decision(UUID proposal, int yes, int no, int abstain, int electorate) {}
