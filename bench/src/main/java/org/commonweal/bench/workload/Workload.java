package org.commonweal.bench.workload;

/** Something that users do, beside the same work done by a reference. */
public interface Workload {

    /** Its name in files and on the command line. */
    String name();

    /** One line of what is measured. */
    String title();

    /** Measures, and returns what was seen as Markdown. */
    String run(Run run);
}
