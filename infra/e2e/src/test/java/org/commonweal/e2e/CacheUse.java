package org.commonweal.e2e;

/** How many of the classes that a JVM loaded came from its AOT cache. */
record CacheUse(long loaded, long cached) {

    private static final String CACHED = "source: shared objects file";

    /** From the lines of {@code -Xlog:class+load}. */
    static CacheUse of(String log) {
        var loaded = log.lines().filter(line -> line.contains("source: ")).count();
        return new CacheUse(loaded, log.lines().filter(line -> line.contains(CACHED)).count());
    }

    /**
     * Half: the cache holds what a start needs, and work loads more; passed over, it gives none.
     */
    boolean isUsed() {
        return loaded > 0 && cached * 2 >= loaded;
    }
}
