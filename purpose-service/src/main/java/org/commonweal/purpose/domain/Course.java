package org.commonweal.purpose.domain;

/**
 * How far the alliance has come.
 *
 * @param progress what there is of all that the gates ask for
 */
public record Course(Stage stage, Progress progress, Thresholds thresholds) {

    /** Of an alliance that has just begun. */
    public static final Course BEGINNING =
            new Course(Stage.NETWORK, new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0), Thresholds.USUAL);

    StageChange to(Stage next) {
        return StageChange.decide(stage, next, progress, thresholds);
    }
}
