package org.commonweal.importer;

/** The import cannot go on; the message is for people and says what to do. */
public final class ImportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportFailedException(String message) {
        super(message, null, false, false);
    }
}
