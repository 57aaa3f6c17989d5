package org.commonweal.importer;

/** What became of everything that was sent. */
final class Counts {

    private long contributions;
    private long acknowledgements;
    private long people;
    private long organizations;
    private long duplicates;
    private long rejected;

    void kept(String type) {
        switch (type) {
            case "contribution" -> contributions++;
            case "acknowledgement" -> acknowledgements++;
            case "person" -> people++;
            case "organization" -> organizations++;
            default -> throw new ImportFailedException("the service kept a " + type);
        }
    }

    /** Counts lines of the file; people and organizations are read out of the same lines. */
    void duplicate() {
        duplicates++;
    }

    void rejected() {
        rejected++;
    }

    /** The last line of an import. */
    String summary() {
        return ("imported contributions=%d acknowledgements=%d people=%d organizations=%d"
                        + " duplicates=%d rejected=%d")
                .formatted(
                        contributions,
                        acknowledgements,
                        people,
                        organizations,
                        duplicates,
                        rejected);
    }
}
