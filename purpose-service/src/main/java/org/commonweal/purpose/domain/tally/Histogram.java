package org.commonweal.purpose.domain.tally;

import java.util.List;

/** How much weight gave which option which mark. */
final class Histogram {

    private final long[][] weights;
    private long blank;

    private Histogram(int options, int max) {
        this.weights = new long[options][max + 1];
    }

    static Histogram of(int options, int max, List<Paper<Marks>> papers) {
        Options.require(options);
        Paper.total(papers);
        var histogram = new Histogram(options, max);
        papers.forEach(histogram::add);
        return histogram;
    }

    private void add(Paper<Marks> paper) {
        var marks = paper.marks();
        blank += marks.isBlank() ? paper.weight() : 0;
        for (var option = 0; option < weights.length; option++) {
            if (marks.has(option)) {
                weights[option][marks.of(option)] += paper.weight();
            }
        }
    }

    /** For each option the weight of each mark from 0 on. */
    long[][] byOption() {
        return weights;
    }

    /** Weight of the papers without any mark. */
    long blank() {
        return blank;
    }
}
