package org.commonweal.membership.applying;

import java.util.List;
import java.util.UUID;

/** What a stranger who is logged in sees of an alliance whose door is open. */
record FrontDoorView(
        UUID alliance,
        String name,
        String slug,
        long version,
        List<String> questions,
        List<Firm> organizations) {

    static final int FIRMS_MOST = 200;

    FrontDoorView {
        questions = List.copyOf(questions);
        organizations = List.copyOf(organizations);
    }

    FrontDoorView with(List<Firm> firms) {
        return new FrontDoorView(alliance, name, slug, version, questions, firms);
    }

    record Firm(UUID id, String name, String shortName, String colour) {}
}
