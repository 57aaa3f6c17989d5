package org.commonweal.purpose.domain;

import java.time.LocalDate;

/**
 * A purpose in one of its states; what is possible depends on it. A draft is put to the vote, an
 * adopted ballot makes it active, any other outcome makes it a draft again; another adopted ballot
 * renews or closes it.
 */
public sealed interface Purpose {

    PurposeId id();

    long version();

    PurposeText text();

    /** Written together, by any member. */
    record Draft(PurposeId id, long version, PurposeText text) implements Purpose {

        public Draft revised(PurposeText revision) {
            return new Draft(id, version + 1, revision);
        }

        Proposed proposed() {
            return new Proposed(id, version + 1, text);
        }
    }

    /** On a ballot, and so not to be changed. */
    record Proposed(PurposeId id, long version, PurposeText text) implements Purpose {

        /** The only way to an active purpose. */
        Active ratified() {
            return new Active(id, version + 1, text);
        }

        Draft returned() {
            return new Draft(id, version + 1, text);
        }
    }

    /** Ratified, and active until it is closed by a decision: also when its deadline has passed. */
    record Active(PurposeId id, long version, PurposeText text) implements Purpose {

        Active renewed(LocalDate deadline) {
            return new Active(id, version + 1, text.until(deadline));
        }

        Closed closed() {
            return new Closed(id, version + 1, text);
        }
    }

    /** Over. */
    record Closed(PurposeId id, long version, PurposeText text) implements Purpose {}
}
