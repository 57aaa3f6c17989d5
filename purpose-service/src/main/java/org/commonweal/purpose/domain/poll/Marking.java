package org.commonweal.purpose.domain.poll;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a voter says to the options. Nothing at all is an abstention. */
public sealed interface Marking {

    boolean isBlank();

    /** An abstention. */
    record None() implements Marking {

        @Override
        public boolean isBlank() {
            return true;
        }
    }

    /** Best first; those of equal rank together. */
    record Ranked(List<List<UUID>> ranking) implements Marking {

        public Ranked {
            ranking = ranking.stream().map(List::copyOf).toList();
        }

        @Override
        public boolean isBlank() {
            return ranking.isEmpty();
        }
    }

    /** A number for some options: points, dots, 1 for being in, 2 for yes and 1 for if need be. */
    record Numbered(Map<UUID, Integer> marks) implements Marking {

        public Numbered {
            marks = Map.copyOf(marks);
        }

        @Override
        public boolean isBlank() {
            return marks.isEmpty();
        }
    }
}
