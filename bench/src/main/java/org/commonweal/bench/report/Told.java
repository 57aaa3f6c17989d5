package org.commonweal.bench.report;

/** Parts of a result, printed as they come: a workload can take a quarter of an hour. */
public final class Told {

    private Told() {}

    /** The text itself. */
    public static String told(String text) {
        System.out.print(text);
        return text;
    }
}
