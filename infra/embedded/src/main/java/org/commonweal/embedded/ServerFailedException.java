package org.commonweal.embedded;

/** A server that did not start or stop; the message says what to do in one sentence. */
public final class ServerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailedException(String message) {
        super(message);
    }

    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
