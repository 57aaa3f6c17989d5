package org.commonweal.recognition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.commonweal.recognition.domain.ThankYou.Decision;
import org.commonweal.recognition.domain.ThankYou.Giver;
import org.commonweal.recognition.domain.ThankYou.Refusal;
import org.commonweal.recognition.domain.ThankYou.Work;
import org.junit.jupiter.api.Test;

class ThankYouTest {

    private static final ThankYouId ID = new ThankYouId(new UUID(1, 1));
    private static final PersonId ME = new PersonId(new UUID(2, 2));
    private static final PersonId AUTHOR = new PersonId(new UUID(3, 3));
    private static final OrganizationId FIRM = new OrganizationId(new UUID(4, 4));
    private static final Giver GIVER = new Giver(ME, FIRM);
    private static final ContributionId WORK = new ContributionId(new UUID(5, 5));

    @Test
    void thanks_go_to_the_author_of_the_contribution() {
        var decision =
                ThankYou.give(ID, GIVER, new Work(WORK, "A checklist", AUTHOR), "It saved us days");
        assertThat(decision)
                .isEqualTo(
                        new Decision.Given(
                                new ThankYou(
                                        ID,
                                        WORK,
                                        "A checklist",
                                        ME,
                                        FIRM,
                                        AUTHOR,
                                        "It saved us days")));
    }

    @Test
    void nobody_thanks_oneself() {
        assertThat(ThankYou.give(ID, GIVER, new Work(WORK, "Mine", ME), "Well done"))
                .isEqualTo(new Decision.Refused(Refusal.TO_SELF));
    }

    @Test
    void thanks_name_a_known_contribution() {
        assertThat(ThankYou.give(ID, GIVER, null, "For everything"))
                .isEqualTo(new Decision.Refused(Refusal.CONTRIBUTION_UNKNOWN));
    }

    @Test
    void a_thank_you_has_words_but_not_too_many() {
        var work = new Work(WORK, "A checklist", AUTHOR);
        assertThat(ThankYou.give(ID, GIVER, work, "é".repeat(500)))
                .isInstanceOf(Decision.Given.class);
        assertThatThrownBy(() -> ThankYou.give(ID, GIVER, work, "é".repeat(501)))
                .hasMessageContaining("500");
        assertThatThrownBy(() -> ThankYou.give(ID, GIVER, work, " \n ")).hasMessageContaining("1");
    }
}
