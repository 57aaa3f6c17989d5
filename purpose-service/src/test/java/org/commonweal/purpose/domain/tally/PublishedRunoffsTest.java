package org.commonweal.purpose.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.purpose.domain.tally.Elections.papers;
import static org.commonweal.purpose.domain.tally.Elections.votes;

import java.util.List;
import java.util.stream.Collectors;
import org.commonweal.purpose.domain.tally.Runoff.Round;
import org.commonweal.purpose.domain.tally.Runoff.Votes;
import org.junit.jupiter.api.Test;

/** Elections whose run-offs others have counted and published, round by round. */
class PublishedRunoffsTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int D = 3;

    /**
     * Burlington, Vermont, mayor, 3 March 2009, from the second round on: Kiss (A) 2,981 to 2,982,
     * Montroll (B) 2,554, Wright (C) 3,294 to 3,297 by edition, then 4,313 (4,314) to 4,061
     * (4,064). The nine piles are those of the city's ballot file as they are counted at
     * rangevoting.org/ Burlington.html; the pairs at
     * electowiki.org/wiki/2009_Burlington_mayoral_election (4,067 to 3,477, 4,597 to 3,668 and
     * 4,314 to 4,064) follow from them.
     */
    static final String[] BURLINGTON = {
        "1332 BAC", "767 BCA", "455 B",
        "2043 ABC", "371 ACB", "568 A",
        "1513 CBA", "495 CAB", "1289 C"
    };

    @Test
    void burlington_2009_elects_kiss_though_most_prefer_montroll() {
        var runoff = Runoff.count(3, papers(3, BURLINGTON));
        assertThat(rounds(runoff))
                .containsExactly("A 2982, B 2554, C 3297; 0", "A 4314, C 4064; 455");
        var exit = runoff.rounds().getFirst().out().getFirst();
        assertThat(exit.option()).isEqualTo(B);
        assertThat(inWords(exit.transfers())).isEqualTo("A 1332, C 767");
        assertThat(votes(exit.exhausted())).isEqualTo(455);
        assertThat(runoff.chosen()).containsExactly(A);
    }

    /**
     * The same election with its official rounds (en.wikipedia.org/wiki/
     * 2009_Burlington_mayoral_election): Wright 2,951 → 3,294 → 4,061, Kiss 2,585 → 2,981 → 4,313,
     * Montroll 2,063 → 2,554, exhausted 4 → 151 → 606. The papers are made of the published
     * transfers; Smith, Simpson and the written-in names, whom the city took out at once, are D.
     */
    @Test
    void burlington_2009_has_its_official_rounds() {
        var papers =
                papers(
                        4, "2951 C", "2585 A", "841 BA", "767 BC", "455 B", "343 DC", "396 DA",
                        "491 DBA", "147 D", "4");
        var runoff = Runoff.count(4, papers);
        assertThat(rounds(runoff))
                .containsExactly(
                        "A 2585, B 2063, C 2951, D 1377; 0",
                        "A 2981, B 2554, C 3294; 147",
                        "A 4313, C 4061; 602");
        assertThat(votes(runoff.blank())).isEqualTo(4);
        assertThat(runoff.chosen()).containsExactly(A);
    }

    /**
     * Maine, House district 47, Democratic primary of 14 July 2020: the piles of the state's ballot
     * file as they are listed at forum.electionscience.org/t/maine-irv-primary-analysis/738, which
     * found them to agree with the official count. Abbott is A, Bell B, Fromuth C.
     */
    @Test
    void maine_house_47_of_2020_elects_bell() {
        var runoff =
                Runoff.count(
                        3,
                        papers(
                                3, "122", "160 A", "410 ABC", "45 AB", "236 ACB", "22 AC", "178 B",
                                "398 BAC", "38 BA", "304 BCA", "52 BC", "71 C", "238 CBA", "45 CB",
                                "199 CAB", "29 CA"));
        assertThat(rounds(runoff)).containsExactly("A 873, B 970, C 582; 0", "A 1101, B 1253; 71");
        assertThat(votes(runoff.blank())).isEqualTo(122);
        assertThat(runoff.chosen()).containsExactly(B);
    }

    /** Tennessee choosing a capital (en.wikipedia.org/wiki/Instant-runoff_voting): Knoxville. */
    @Test
    void tennessee_moves_to_knoxville() {
        var runoff = Runoff.count(4, papers(4, PublishedPathsTest.TENNESSEE));
        assertThat(rounds(runoff))
                .containsExactly(
                        "A 42, B 26, C 15, D 17; 0", "A 42, B 26, D 32; 0", "A 42, D 58; 0");
        assertThat(runoff.chosen()).containsExactly(D);
    }

    /**
     * An OpaVote report (opavote.com/reports/5654402576678912/1): Washington (A) 5,509 → 6,271 →
     * 7,626 → 10,592, Adams (B) 3,654 → 4,494 → 5,893 → 8,507, Jefferson (C) 3,651 → 4,381 → 5,580,
     * Monroe (E) 3,164 → 3,953, Madison (D) 3,121. The papers are made of the published transfers.
     */
    @Test
    void five_presidents_have_their_published_rounds() {
        var runoff =
                Runoff.count(
                        5,
                        papers(
                                5, "5509 A", "3654 B", "1037 CA", "2614 CB", "762 DA", "840 DB",
                                "730 DCA", "789 DEC", "1355 EA", "1399 EB", "410 ECA"));
        assertThat(rounds(runoff).subList(0, 2))
                .containsExactly(
                        "A 5509, B 3654, C 3651, D 3121, E 3164; 0",
                        "A 6271, B 4494, C 4381, E 3953; 0");
        assertThat(rounds(runoff).get(2)).isEqualTo("A 7626, B 5893, C 5580; 0");
        assertThat(runoff.chosen()).containsExactly(A);
    }

    /** Five voters, the first example of en.wikipedia.org/wiki/Instant-runoff_voting: Sue. */
    @Test
    void sue_wins_over_bob_when_bill_is_out() {
        var runoff = Runoff.count(3, papers(3, "2 ACB", "2 BAC", "1 CBA"));
        assertThat(rounds(runoff)).containsExactly("A 2, B 2, C 1; 0", "A 2, B 3; 0");
        assertThat(runoff.chosen()).containsExactly(B);
    }

    static List<String> rounds(Runoff runoff) {
        return runoff.rounds().stream().map(PublishedRunoffsTest::inWords).toList();
    }

    private static String inWords(Round round) {
        return inWords(round.votes()) + "; " + votes(round.exhausted());
    }

    private static String inWords(List<Votes> all) {
        return all.stream()
                .map(one -> (char) ('A' + one.option()) + " " + votes(one.weight()))
                .collect(Collectors.joining(", "));
    }
}
