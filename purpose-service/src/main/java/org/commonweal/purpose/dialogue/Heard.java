package org.commonweal.purpose.dialogue;

import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.Speaking;

/**
 * What is known of a dialogue when something is said in it.
 *
 * @param version of the proposal
 */
record Heard(
        Member me,
        ParticipantClass as,
        Earlier earlier,
        String title,
        String kind,
        long version,
        Speaking.Talk talk) {}
