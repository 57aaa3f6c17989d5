package org.commonweal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a person's places a firm ends, and which the person's own act. */
class RemovalTest {

    private static final OrganizationId HOME = new OrganizationId(UUID.randomUUID());
    private static final OrganizationId SECOND = new OrganizationId(UUID.randomUUID());
    private static final OrganizationId OTHER = new OrganizationId(UUID.randomUUID());
    private static final Member ADA = new Member(new PersonId(UUID.randomUUID()), HOME, false);

    @Test
    void each_firm_ends_its_own_place_and_nobody_elses() {
        assertThat(removal(SECOND, HOME, true, "Gone."))
                .isEqualTo(new Removal.Possible(Removal.Place.HOME));
        assertThat(removal(SECOND, SECOND, true, "Gone."))
                .isEqualTo(new Removal.Possible(Removal.Place.SECOND));
        assertThat(removal(null, SECOND, true, "Gone."))
                .isEqualTo(new Removal.Refused(Removal.Refusal.OTHER_FIRM));
        assertThat(removal(SECOND, OTHER, true, "Gone."))
                .isEqualTo(new Removal.Refused(Removal.Refusal.OTHER_FIRM));
    }

    @Test
    void only_administrators_do_and_with_a_reason() {
        assertThat(removal(SECOND, SECOND, false, "Gone."))
                .isEqualTo(new Removal.Refused(Removal.Refusal.NOT_AN_ADMINISTRATOR));
        assertThat(removal(SECOND, SECOND, true, " "))
                .isEqualTo(new Removal.Refused(Removal.Refusal.REASON_MISSING));
    }

    @Test
    void whoever_leaves_leaves_the_firm_of_the_login() {
        assertThat(Removal.leaving(ADA, SECOND)).isEqualTo(Removal.Place.HOME);
        assertThat(Removal.leaving(new Member(ADA.person(), SECOND, false), SECOND))
                .isEqualTo(Removal.Place.SECOND);
        assertThat(Removal.leaving(ADA, null)).isEqualTo(Removal.Place.HOME);
    }

    private static Removal removal(
            @Nullable OrganizationId second,
            OrganizationId by,
            boolean administrator,
            String reason) {
        return Removal.of(ADA, second, new Body.Official(by, administrator), reason);
    }
}
