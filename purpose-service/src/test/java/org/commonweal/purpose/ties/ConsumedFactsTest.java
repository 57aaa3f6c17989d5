package org.commonweal.purpose.ties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.commonweal.platform.messaging.EventBatchHandler;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> an_answer_has_both_who_gave_and_who_answered() {
        return ConsumedEvents.by(AnswerFacts.class)
                .reads("contribution.submitted.v1", AnswerFacts.SubmittedV1.class)
                .reads("contribution.acknowledged.v1", AnswerFacts.AnsweredV1.class)
                .reads("contribution.declined.v1", AnswerFacts.AnsweredV1.class)
                .checks();
    }

    /** One by one, a million of them would take hours, in which nothing could be decided. */
    @Test
    void what_comes_by_the_thousand_is_kept_together() {
        assertThat(EventBatchHandler.class).isAssignableFrom(AnswerFacts.class);
    }
}
