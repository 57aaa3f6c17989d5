package org.commonweal.purpose.domain;

/**
 * A purpose in one of its states; what is possible depends on it. A draft is put to the vote, an
 * adopted ballot makes it active, any other outcome makes it a draft again.
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
    }

    /** On a ballot, and so not to be changed. */
    record Proposed(PurposeId id, long version, PurposeText text) implements Purpose {

        /** The only way to an active purpose. */
        public Purpose after(Outcome outcome) {
            return switch (outcome) {
                case ADOPTED -> new Active(id, version + 1, text);
                case REJECTED, NO_QUORUM -> new Draft(id, version + 1, text);
            };
        }
    }

    /** Ratified; another scope would be another alliance. */
    record Active(PurposeId id, long version, PurposeText text) implements Purpose {}

    /** Over. */
    record Closed(PurposeId id, long version, PurposeText text) implements Purpose {}
}
