package org.commonweal.purpose.dialogue;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.loading.Standings;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The SQL of how a dialogue stands. */
final class Talks {

    private static final UUID NO_CONCERN = new UUID(0, 0);

    private static final String LOAD =
            ME
                    + EARLIER
                    + """
                    , b.title, b.kind, b.version, b.state = 'DIALOGUE' AS in_dialogue, b.opened_by,
                      (SELECT max(t.version) FROM proposal_text t
                       WHERE t.alliance_id = b.alliance_id AND t.proposal_id = b.id) AS text,
                      (SELECT count(*)::int FROM voice v
                       WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id) AS voices,
                      (SELECT count(*)::int FROM voice v
                       WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id
                         AND v.person_id = me.person_id) AS own_voices,
                      (SELECT v.person_id FROM voice v
                       WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id
                         AND v.id = :concern AND v.kind = 'CONCERN') AS concern_by
                    """
                    + FROM_ME_AND_EARLIER
                    + "JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal\n"
                    + WHERE_ME;

    private Talks() {}

    /** Empty when there is no such proposal for the caller. */
    static Mono<Heard> load(
            DatabaseClient sql,
            Caller caller,
            UUID command,
            String hash,
            ProposalId proposal,
            Optional<UUID> concern) {
        return Standings.bind(sql.sql(LOAD), caller, command, hash)
                .bind("proposal", proposal.value())
                .bind("concern", concern.orElse(NO_CONCERN))
                .map(Talks::heard)
                .one();
    }

    private static Heard heard(Readable row) {
        return new Heard(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Columns.of(row, "title", String.class),
                Columns.of(row, "kind", String.class),
                Columns.of(row, "version", Long.class),
                new Speaking.Talk(
                        Columns.of(row, "in_dialogue", Boolean.class),
                        Columns.of(row, "text", Integer.class),
                        Columns.of(row, "voices", Integer.class),
                        Columns.of(row, "own_voices", Integer.class),
                        new PersonId(Columns.of(row, "opened_by", UUID.class)),
                        Optional.ofNullable(row.get("concern_by", UUID.class)).map(PersonId::new)));
    }
}
