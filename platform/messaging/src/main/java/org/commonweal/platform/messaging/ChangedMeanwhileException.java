package org.commonweal.platform.messaging;

/** The guard of a statement did not hold: what was loaded is not what is there any more. */
public final class ChangedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super("changed between reading and writing", null, false, false);
    }
}
