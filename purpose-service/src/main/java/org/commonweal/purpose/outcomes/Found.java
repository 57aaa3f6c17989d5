package org.commonweal.purpose.outcomes;

import java.time.LocalDate;
import java.util.List;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.domain.Days;
import org.commonweal.purpose.domain.Decided;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;

/**
 * What is known when it is decided.
 *
 * @param revision of the standings that it is decided upon
 * @param version of the proposal
 * @param needs of a review of it, that are open
 * @param namedIsThere whether the other proposal that is named is one
 * @param today where the alliance is
 */
record Found(
        Member me,
        ParticipantClass as,
        Earlier earlier,
        long revision,
        String title,
        long version,
        Decided decided,
        List<Need.Open> needs,
        boolean namedIsThere,
        Days days,
        LocalDate today) {}
