package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonweal.embedded.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Nothing that is kept links a voter and a vote: no row of any table, as it is and in the order in
 * which it was written, no fact of the journal, from which all records come, and no line of the
 * log.
 */
@ExtendWith(OutputCaptureExtension.class)
class NothingLinksTest extends PurposeTest {

    @Test
    void no_row_fact_or_line_holds_a_voter_and_a_vote_or_an_order_of_both(CapturedOutput output) {
        var firms = electors(6);
        var reader = firms.getFirst();
        var proposal = anonymous(reader);
        var voters = new ArrayList<SecretVoter>();
        // The most telling way: each votes right after getting the paper, one after the other.
        for (var one : firms) {
            var voter = SecretVoter.signed(this, one, proposal);
            var facts = column(reader.alliance(), "SELECT id FROM journal");
            voter.cast("YES").expectStatus().isOk();
            voter.cast("NO").expectStatus().isOk();
            assertThat(column(reader.alliance(), "SELECT id FROM journal")).isEqualTo(facts);
            voters.add(voter);
        }

        var open = rows();
        for (var voter : voters) {
            assertThat(open).noneMatch(row -> row.holdsAny(secrets(voter)));
        }
        var box = open.stream().filter(row -> row.table().equals("sealed_vote")).toList();
        assertThat(box).hasSize(6);
        assertThat(box).noneMatch(row -> row.holdsAny(identities(firms)));
        assertThat(box)
                .extracting(row -> row.text().length())
                .containsOnly(box.getFirst().text().length());
        assertThat(columns("sealed_vote"))
                .containsExactlyInAnyOrder("alliance_id", "proposal_id", "slot", "sealed");

        closed(reader, proposal, "REJECTED");

        var rows = rows();
        var counted = rows.stream().filter(row -> row.table().equals("counted_vote")).toList();
        assertThat(counted).hasSize(6);
        assertThat(counted).noneMatch(row -> row.holdsAny(identities(firms)));
        assertThat(counted)
                .extracting(Row::transaction)
                .containsOnly(counted.getFirst().transaction());
        assertThat(counted).isSortedAccordingTo(java.util.Comparator.comparing(Row::text));
        assertThat(columns("counted_vote"))
                .containsExactlyInAnyOrder(
                        "alliance_id", "proposal_id", "receipt", "weight", "choice");
        for (var voter : voters) {
            assertThat(rows)
                    .filteredOn(row -> row.holdsAny(secrets(voter)))
                    .singleElement()
                    .satisfies(row -> assertThat(row.table()).isEqualTo("counted_vote"));
        }
        assertThat(rows).noneMatch(row -> row.table().equals("sealed_vote"));
        assertThat(rows).noneMatch(row -> row.table().equals("ballot_box"));
        var log = output.getAll();
        assertThat(voters).allSatisfy(one -> assertThat(secrets(one)).noneMatch(log::contains));
    }

    /** What the database itself would write down beside the rows. */
    @Test
    void the_database_logs_no_statement_no_parameter_and_no_time_of_a_transaction() {
        assertThat(setting("log_statement")).isEqualTo("none");
        assertThat(setting("log_min_duration_statement")).isEqualTo("-1");
        assertThat(setting("log_parameter_max_length_on_error")).isEqualTo("0");
        assertThat(setting("track_commit_timestamp")).isEqualTo("off");
    }

    private static List<String> identities(List<Someone> firms) {
        return firms.stream()
                .flatMap(one ->
                        Stream.of(
                                one.person().toString(),
                                one.organization().toString(),
                                one.subject()))
                .toList();
    }

    /** In every writing in which they could be kept. */
    private static List<String> secrets(SecretVoter voter) {
        return Stream.concat(
                        Stream.of(voter.receipt()),
                        Stream.of(voter.token(), voter.signature())
                                .flatMap(text -> {
                                    var bytes = Base64.getUrlDecoder().decode(text);
                                    return Stream.of(
                                            text.substring(0, 80),
                                            Base64.getEncoder()
                                                    .encodeToString(bytes)
                                                    .substring(0, 80),
                                            HexFormat.of().formatHex(bytes).substring(0, 120));
                                }))
                .toList();
    }

    /** Of all tables, as nobody but the operator can see them. */
    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var table :
                strings(
                        "SELECT relname FROM pg_class WHERE relnamespace"
                                + " = 'purpose'::regnamespace AND relkind = 'r' ORDER BY 1")) {
            try (var connection = superuser();
                    var statement = connection.createStatement();
                    var found =
                            statement.executeQuery(
                                    "SELECT CAST(t.xmin AS text), CAST(t AS text) FROM purpose.\"%s\" t ORDER BY ctid"
                                            .formatted(table))) {
                while (found.next()) {
                    rows.add(new Row(table, found.getString(1), found.getString(2)));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    private List<String> columns(String table) {
        return strings(
                "SELECT attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
                        + " AND attrelid = 'purpose.%s'::regclass".formatted(table));
    }

    private String setting(String name) {
        return strings("SELECT current_setting('%s')".formatted(name)).getFirst();
    }

    private List<String> strings(String query) {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private java.sql.Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
    }

    /**
     * @param transaction that wrote it
     */
    private record Row(String table, String transaction, String text) {

        boolean holdsAny(List<String> words) {
            var lower = text.toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
        }
    }
}
