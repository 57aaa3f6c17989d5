package org.commonweal.purpose.domain;

/**
 * How far the alliance has come.
 *
 * @param progress what there is of all that the gates ask for
 */
public record Course(Stage stage, Progress progress) {

    /** Of an alliance that has just begun. */
    public static final Course BEGINNING =
            new Course(Stage.NETWORK, new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0));

    StageChange to(Stage next, Thresholds thresholds) {
        return StageChange.decide(stage, next, progress, thresholds);
    }
}
