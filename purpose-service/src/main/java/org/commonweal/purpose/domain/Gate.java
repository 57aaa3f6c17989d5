package org.commonweal.purpose.domain;

/**
 * What must be so before an alliance enters a stage. How much of it is needed is data of the
 * alliance's rulebook ({@link Thresholds}); these are the numbers of an alliance that has decided
 * nothing else.
 */
public enum Gate {
    /** Purposes that are written: drafts, and the active one. */
    DRAFT_PURPOSE(Stage.FORMING, Unit.COUNT, 1),
    /** Firms with members. */
    FIRMS(Stage.FORMING, Unit.COUNT, 2),
    /** The purpose that the members have ratified. */
    ACTIVE_PURPOSE(Stage.COMMUNITY, Unit.COUNT, 1),
    /** Members with a mutual tie to somebody of another firm, among all members (claim B7). */
    MUTUAL_TIES(Stage.COMMUNITY, Unit.PER_MILLION, 300_000),
    /** Goals of the active purpose whose owner has said where they stand. */
    CHECKED_GOALS(Stage.MATURE, Unit.COUNT, 2),
    /** Ballots on the rules that reached their quorum: adopted, or reviewed and kept. */
    REVIEWED_RULES(Stage.MATURE, Unit.COUNT, 1),
    /** As {@link #MUTUAL_TIES}, of more of them. */
    MORE_MUTUAL_TIES(Stage.MATURE, Unit.PER_MILLION, 600_000),
    /** Contributions that a person of another firm has answered, among all. */
    ANSWERED_CONTRIBUTIONS(Stage.MATURE, Unit.PER_MILLION, 800_000);

    /** In what a gate is measured. */
    public enum Unit {
        COUNT,
        /** A share, in millionths so that nothing is rounded. */
        PER_MILLION
    }

    /** Of what is counted: beyond it nobody would ever enter the stage. */
    private static final int COUNT_MAX = 1_000;

    private final Stage stage;
    private final Unit unit;
    private final int usual;

    Gate(Stage stage, Unit unit, int usual) {
        this.stage = stage;
        this.unit = unit;
        this.usual = usual;
    }

    /** The stage that it stands before. */
    public Stage stage() {
        return stage;
    }

    public Unit unit() {
        return unit;
    }

    /** What is needed where the alliance has not decided otherwise. */
    public int usual() {
        return usual;
    }

    /** More could never be: there is one active purpose, and no share is above the whole. */
    public int most() {
        return switch (this) {
            case ACTIVE_PURPOSE -> 1;
            case DRAFT_PURPOSE, FIRMS, CHECKED_GOALS, REVIEWED_RULES -> COUNT_MAX;
            case MUTUAL_TIES, MORE_MUTUAL_TIES, ANSWERED_CONTRIBUTIONS -> Shares.WHOLE;
        };
    }

    /**
     * How it stands.
     *
     * @param part what there is of it
     * @param whole of how many, where it is a share
     */
    Reading read(int needed, long part, long whole) {
        return new Reading(this, needed, part, whole);
    }

    /**
     * A gate with what it needs and what there is.
     *
     * @param needed in the gate's unit
     */
    public record Reading(Gate gate, int needed, long part, long whole) {

        /** In the gate's unit; of a share of nothing there is nothing. */
        public long actual() {
            return switch (gate.unit()) {
                case COUNT -> part;
                case PER_MILLION -> whole == 0 ? 0 : part * Shares.WHOLE / whole;
            };
        }

        /** A share is met as that of a ballot is: {@link Shares}. */
        public boolean isMet() {
            return switch (gate.unit()) {
                case COUNT -> part >= needed;
                case PER_MILLION -> whole > 0 && part * Shares.WHOLE > (needed - 1L) * whole;
            };
        }
    }
}
