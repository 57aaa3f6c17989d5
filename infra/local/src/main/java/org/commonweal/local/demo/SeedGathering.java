package org.commonweal.local.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;
import org.commonweal.local.demo.DemoAlliance.Person;

/** The alliance is founded, its firms are enrolled, and people join by their own act. */
record SeedGathering(SeedPlay play) {

    void found() {
        var sponsor =
                play.demo().firms().stream().filter(Firm::isSponsor).findFirst().orElseThrow();
        play.me(play.story().founder());
        play.put(
                play.story().founder(),
                "",
                play.alliance(),
                Map.of(
                        "name", play.demo().name(),
                        "slug", play.demo().slug(),
                        "timeZone", play.demo().timeZone(),
                        "acknowledgementLimit", play.story().acknowledgementLimit(),
                        "charter", play.story().charter(),
                        "organization", organization(sponsor),
                        "sponsor", true));
        for (var firm : play.demo().firms()) {
            if (!firm.isSponsor()) {
                var body = new TreeMap<>(organization(firm));
                var id = play.ids().of("organization/" + firm.slug());
                body.remove("id");
                body.put("role", firm.role());
                play.put(play.story().founder(), "/organizations/" + id, id, body);
            }
        }
    }

    private Map<String, Object> organization(Firm firm) {
        var body = new TreeMap<String, Object>();
        body.put("id", play.ids().of("organization/" + firm.slug()));
        body.put("name", firm.name());
        body.put("shortName", firm.shortName());
        body.put("colour", firm.colour());
        body.put("mailDomains", firm.mailDomains());
        if (firm.login() != LoginProvider.PLATFORM) {
            body.put("identityProvider", firm.slug());
        }
        return body;
    }

    /** The founder invites one person of each firm; who has joined invites the next. */
    void gather() {
        play.together(
                play.demo().firms(),
                firm -> {
                    var inviter = play.story().founder();
                    for (var person : play.joining(firm)) {
                        if (!person.mail().equals(play.story().founder())) {
                            invite(inviter, person);
                            answer(person);
                        }
                        inviter = person.mail();
                    }
                });
        for (var mail : play.story().openInvitations()) {
            invite(play.story().founder(), play.person(mail));
        }
        for (var mail : play.story().declining()) {
            var person = play.person(mail);
            invite(play.joining(play.demo().firm(person.firm())).getFirst().mail(), person);
            play.me(mail);
            play.put(
                    mail,
                    "/invitations/" + play.ids().of("invitation/" + mail) + "/declination",
                    play.ids().of("declination/" + mail),
                    Map.of());
        }
    }

    /** Whoever is signed in may ask to come in, and reads what they are asked. */
    void openTheDoor() {
        play.put(
                play.story().founder(),
                "/applications/door",
                play.ids().of("front-door"),
                Map.of("version", 0, "open", true, "questions", play.story().doorQuestions()));
    }

    private void invite(String inviter, Person person) {
        var id = play.ids().of("invitation/" + person.mail());
        play.put(
                inviter,
                "/invitations/" + id,
                id,
                Map.of(
                        "email", person.mail(),
                        "name", person.name(),
                        "organization", play.ids().of("organization/" + person.firm()),
                        "reason", words(play.story().reasons(), person),
                        "ask", words(play.story().asks(), person)));
    }

    private void answer(Person person) {
        play.me(person.mail());
        play.put(
                person.mail(),
                "/invitations/" + play.ids().of("invitation/" + person.mail()) + "/acceptance",
                play.ids().of("acceptance/" + person.mail()),
                Map.of("ownInterest", words(play.story().interests(), person)));
    }

    private String words(List<String> choices, Person person) {
        return choices.get(play.demo().people().indexOf(person) % choices.size())
                .replace("{given}", person.given())
                .replace("{title}", person.title())
                .replace("{firm}", play.demo().firm(person.firm()).shortName());
    }
}
