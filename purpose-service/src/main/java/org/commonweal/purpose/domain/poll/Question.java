package org.commonweal.purpose.domain.poll;

import java.util.Optional;

/**
 * What members are asked, beside all that has a kind of its own.
 *
 * @param about empty if there is nothing more to say than the title
 * @param poll the options; empty for a question of yes or no, which the matter's rule decides
 */
public record Question(String title, String about, Optional<Poll> poll) {}
