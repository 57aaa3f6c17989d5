package org.commonweal.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.keycloak.FormBrowser;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Person;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scenes i and ii through the gateway: nineteen firms with nineteen identity providers log in for
 * the first time and nobody is a member; then people are asked one by one, and those who say yes
 * are.
 */
@ExtendWith({Platform.Extension.class, NineteenFirms.Extension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock("the people of the nineteen firms")
class NineteenFirmsTest {

    private static final String FOUNDER = "ingrid.vasquez@aurelia.example";
    private static final int IDENTICAL_MOST = 3;

    private final Platform platform;
    private final NineteenFirms firms;
    private final Member founder;
    private final YoungAlliance alliance = new YoungAlliance();

    NineteenFirmsTest(Platform platform, NineteenFirms firms) {
        this.platform = platform;
        this.firms = firms;
        this.founder = Member.of(platform, FOUNDER);
    }

    @Test
    @Order(1)
    void nineteen_firms_log_in_through_their_own_providers_and_nobody_is_a_member() {
        assertThat(firms.alliance().firms()).hasSize(19);
        alliance.found(founder);
        alliance.enroll(founder, firms.alliance());

        for (var person : firms.alliance().people()) {
            var browser = signedIn(person);
            var me =
                    JsonMapper.shared()
                            .readTree(browser.get(platform.url().resolve("/api/me")).body());
            assertThat(me.at("/person/name").asString()).isEqualTo(person.name());
            assertThat(me.get("alliances")).as(person.mail()).isEmpty();
            for (var door :
                    List.of("", "/people", "/organizations", "/contributions", "/purpose")) {
                assertThat(browser.get(platform.url().resolve(alliance.at(door))).statusCode())
                        .as(person.mail() + " at " + door)
                        .isEqualTo(404);
            }
        }
        assertThat(names(founder.get(alliance.at("/people")))).containsExactly(founder.name());
    }

    /** A browser in which the person has said who they are at their own firm. */
    private FormBrowser signedIn(Person person) {
        var browser = new FormBrowser(platform.http());
        var start = platform.url().resolve("/oauth2/authorization/commonweal");
        var answers = Map.of("username", person.mail(), "password", DemoAlliance.PASSWORD);
        browser.follow(start, answers, page -> page.equals(platform.url().resolve("/")));
        return browser;
    }

    @Test
    @Order(2)
    void who_is_asked_by_name_reads_it_in_a_mail_and_joins_by_an_own_yes() throws IOException {
        var people = new ArrayList<>(firms.alliance().people());
        var silent = people.removeLast();
        var asked = people.stream().map(this::member).toList();
        alliance.invite(founder, asked);
        alliance.invite(founder, List.of(member(silent)));
        for (var person : asked) {
            var link = link(person);
            var other = asked.get((asked.indexOf(person) + 1) % asked.size());
            var door = alliance.at("/invitations/" + link + "/acceptance");
            other.refused(404, door, ClientIds.next(), Map.of("ownInterest", "I found this link."));
            alliance.accept(person);
        }
        var expected = new ArrayList<>(asked.stream().map(Member::name).toList());
        expected.add(founder.name());
        assertThat(names(founder.get(alliance.at("/people"))))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(member(silent).status(alliance.at("/people"))).isEqualTo(404);
    }

    private Member member(Person person) {
        return new Member(platform.entrance(), firms.alliance(), person);
    }

    /** Where the mail leads that asks this person. */
    private UUID link(Member person) {
        var inbox =
                platform.mailUrl()
                        .resolve("/api/messages?to=" + URLEncoder.encode(person.mail(), UTF_8));
        var letters = new TreeMap<String, UUID>();
        Awaitility.await("a mail to " + person.mail())
                .atMost(Platform.PATIENCE)
                .until(() -> {
                    var page = new FormBrowser(platform.http()).get(inbox).body();
                    JsonMapper.shared().readTree(page).forEach(mail -> keep(person, mail, letters));
                    return letters.size() == 1;
                });
        return letters.firstEntry().getValue();
    }

    private void keep(Member person, JsonNode mail, Map<String, UUID> letters) {
        var text = mail.get("text").asString();
        if (text.contains(YoungAlliance.reason(person))) {
            assertThat(text).contains(founder.name() + " of " + founder.firm().name());
            var link = platform.url() + "/i/";
            var begin = text.indexOf(link) + link.length();
            var id = text.substring(begin, text.indexOf('#', begin));
            letters.put(id, UUID.fromString(id));
        }
    }

    @Test
    @Order(3)
    void the_same_words_to_many_are_refused_and_there_is_no_way_to_ask_a_list() throws IOException {
        var same = "Dear colleague, please join our alliance as soon as you can.";
        for (var n = 1; n <= IDENTICAL_MOST; n++) {
            var id = ClientIds.next();
            founder.put(alliance.at("/invitations/" + id), id, invitation("colleague." + n, same));
        }
        var id = ClientIds.next();
        var path = alliance.at("/invitations/" + id);
        var refusal = founder.refused(422, path, id, invitation("colleague.4", same));
        assertThat(refusal.get("type").asString())
                .isEqualTo("urn:commonweal:refusal:invitation-identical");
        assertThat(refusal.get("detail").asString()).contains(IDENTICAL_MOST + " persons");

        var list =
                new TreeMap<String, Object>(
                        invitation("colleague.5", "You know the Baltic courts."));
        list.put("email", List.of("a@hartwell.example", "b@hartwell.example"));
        assertThat(founder.refused(400, path, id, list).get("type").asString()).isNotEmpty();
        assertThat(founder.status(path)).isEqualTo(404);
    }

    private Map<String, ?> invitation(String name, String reason) {
        return Map.of(
                "email",
                name + "@hartwell.example",
                "name",
                "Colleague",
                "organization",
                alliance.firm("hartwell"),
                "reason",
                reason,
                "ask",
                "Read one answer a month with us.");
    }

    private static List<String> names(JsonNode people) {
        var names = new ArrayList<String>();
        people.get("items").forEach(person -> names.add(person.get("name").asString()));
        return names;
    }
}
