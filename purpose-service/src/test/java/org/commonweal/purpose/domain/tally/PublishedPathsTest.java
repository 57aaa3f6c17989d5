package org.commonweal.purpose.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.purpose.domain.tally.Elections.papers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of section 3 of Markus Schulze, "A New Monotonic, Clone-Independent, Reversal
 * Symmetric, and Condorcet-Consistent Single-Winner Election Method" (Social Choice and Welfare 36,
 * 2011; the drafts at m-schulze.9mail.de/schulze1.pdf), with the winners and path strengths that
 * the paper gives and that github.com/julien-boudry/Condorcet holds itself to as well
 * (tests/src/Algo/Methods/Schulze/SchulzeTest.php); and elections that others have counted.
 */
class PublishedPathsTest {

    /** Memphis A, Nashville B, Chattanooga C, Knoxville D. */
    static final String[] TENNESSEE = {"42 ABCD", "26 BCDA", "15 CDBA", "17 DCBA"};

    private static final String[] FORTY_FIVE = {
        "5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED", "7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC"
    };

    /** Pairs, paths and order as in en.wikipedia.org/wiki/Schulze_method. */
    @Test
    void forty_five_voters_rank_E_A_C_B_D() {
        var paths = BeatPaths.count(5, papers(5, FORTY_FIVE));
        assertThat(votes(paths.pairs()))
                .containsExactly(
                        "0 20 26 30 22",
                        "25 0 16 33 18",
                        "19 29 0 17 24",
                        "15 12 28 0 14",
                        "23 27 21 31 0");
        assertThat(votes(paths.paths()))
                .containsExactly(
                        "0 28 28 30 24",
                        "25 0 28 33 24",
                        "25 29 0 29 24",
                        "25 28 28 0 24",
                        "25 28 28 31 0");
        assertThat(order(paths)).isEqualTo("E > A > C > B > D");
        assertThat(paths.chosen()).containsExactly(4);
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                example(
                        "D",
                        "8 ACDB 2 BADC 4 CDBA 4 DBAC 3 DCBA",
                        "0 14 14 12",
                        "13 0 13 12",
                        "13 15 0 12",
                        "13 19 13 0"),
                example(
                        "C",
                        "3 ACDB 9 BACD 8 CDAB 5 DABC 5 DBCA",
                        "0 17 17 17",
                        "18 0 19 19",
                        "18 20 0 20",
                        "18 21 19 0"),
                example(
                        "B = D",
                        "3 ABCD 2 CBDA 2 DABC 2 DBCA",
                        "0 5 5 5",
                        "5 0 7 5",
                        "5 5 0 5",
                        "6 5 5 0"),
                example(
                        "D",
                        "12 ABCD 6 ADBC 9 BCDA 15 CDAB 21 DBAC",
                        "0 36 39 36",
                        "36 0 48 36",
                        "36 36 0 36",
                        "45 42 42 0"),
                example(
                        "A = C",
                        "8 ACDB 2 BCDA 3 BDAC 5 CBDA 1 CDBA 3 DABC 1 DBAC",
                        "0 14 15 15",
                        "12 0 12 12",
                        "15 14 0 16",
                        "15 14 15 0"),
                example(
                        "A",
                        "3 ABDC 5 ADBC 1 ADCB 2 BADC 2 BDCA 4 CABD 6 CBAD 2 DBCA 5 DCAB",
                        "0 18 20 21",
                        "17 0 17 17",
                        "19 18 0 19",
                        "19 18 20 0"),
                example(
                        "B",
                        "3 ABDEC 5 ADEBC 1 ADECB 2 BADEC 2 BDECA 4 CABDE 6 CBADE 2 DBECA 5 DECAB",
                        "0 18 20 21 21",
                        "19 0 19 19 19",
                        "19 18 0 19 19",
                        "19 18 20 0 30",
                        "19 18 20 19 0"),
                // Equal ranks, and options that are left out.
                example(
                        "D",
                        "6 ABCD 8 A=B 8 A=C 18 A=C>D 8 A=C=D 40 B 4 C>B>D 9 C>D>A 8 C=D 14 D>A>B"
                                + " 11 D>B>C 4 D>C>A",
                        "0 67 67 45",
                        "45 0 79 45",
                        "45 45 0 45",
                        "50 72 72 0"));
    }

    private static Arguments example(String winners, String papers, String... paths) {
        return Arguments.of(winners, papers, List.of(paths));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_of_the_paper_has_its_paths_and_its_winner(
            String winners, String papers, List<String> paths) {
        var options = paths.size();
        var counted = BeatPaths.count(options, parsed(options, papers));
        assertThat(votes(counted.paths())).isEqualTo(paths);
        assertThat(place(counted.chosen())).isEqualTo(winners);
    }

    /** Situations 1 and 2 of example 7, and of example 9: two more voters, or one more option. */
    @Test
    void an_example_of_the_paper_has_its_winner() {
        var before = "3 ADEBCF 3 BFECDA 4 CABFDE 1 DBCEFA 4 DEFABC 2 ECBDFA 2 FACDBE";
        assertThat(winner(6, before)).isEqualTo("A");
        assertThat(winner(6, before + " 2 AEFCBD")).isEqualTo("D");
        assertThat(winner(4, "5 ACDB 2 BCDA 4 BDAC 2 CDAB")).isEqualTo("A");
        assertThat(winner(5, "5 AECDB 2 BCDAE 4 BDAEC 2 CDABE")).isEqualTo("B");
    }

    /** 921 ballots of the tests of github.com/julien-boudry/Condorcet ("result 3"). */
    @Test
    void abby_comes_before_brad_erin_dave_and_cora() {
        var paths =
                BeatPaths.count(
                        5,
                        parsed(
                                5,
                                "98 ACEDB 64 BAECD 12 BAEDC 98 BEACD 13 BEADC 125 BEDAC 124 CAEDB"
                                        + " 76 CEADB 21 DABEC 30 DBAEC 98 DBECA 139 DCABE"
                                        + " 23 DCBAE"));
        assertThat(order(paths)).isEqualTo("A > B > E > D > C");
    }

    /** As the pairs of electowiki.org/wiki/2009_Burlington_mayoral_election, and Montroll (B). */
    @Test
    void burlington_2009_prefers_montroll() {
        var paths = BeatPaths.count(3, papers(3, PublishedRunoffsTest.BURLINGTON));
        assertThat(votes(paths.pairs()))
                .containsExactly("0 3477 4314", "4067 0 4597", "4064 3668 0");
        assertThat(order(paths)).isEqualTo("B > A > C");
    }

    /** Nashville, as in en.wikipedia.org/wiki/Condorcet_method. */
    @Test
    void tennessee_prefers_nashville() {
        var paths = BeatPaths.count(4, papers(4, TENNESSEE));
        assertThat(votes(paths.pairs()))
                .containsExactly("0 42 42 42", "58 0 68 68", "58 32 0 83", "58 32 17 0");
        assertThat(order(paths)).isEqualTo("B > C > D > A");
    }

    private static String winner(int options, String papers) {
        return place(BeatPaths.count(options, parsed(options, papers)).chosen());
    }

    private static List<Paper<Ranking>> parsed(int options, String papers) {
        return papers(options, papers.split(" (?=[0-9])", -1));
    }

    private static List<String> votes(List<List<Long>> matrix) {
        return matrix.stream()
                .map(row ->
                        row.stream()
                                .map(weight -> "" + Elections.votes(weight))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String order(BeatPaths paths) {
        return paths.places().stream()
                .map(PublishedPathsTest::place)
                .collect(Collectors.joining(" > "));
    }

    private static String place(List<Integer> options) {
        return options.stream()
                .map(option -> "" + (char) ('A' + option))
                .collect(Collectors.joining(" = "));
    }
}
