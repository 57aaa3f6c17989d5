package org.commonweal.membership.inviting;

import org.commonweal.membership.domain.Agreement;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when an invitation is not sent or not answered. */
final class InvitationProblems {

    private InvitationProblems() {}

    static Problem of(Invitation.Refusal reason) {
        return switch (reason) {
            case REASON_MISSING ->
                    refused(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "invitation-reason-missing",
                                    "Say why, and what for",
                                    ("An invitation is personal: write at least %d characters"
                                                    + " on why this person is needed, and at least %d on what you ask.")
                                            .formatted(
                                                    Invitation.REASON_LEAST, Invitation.ASK_LEAST))
                            .error("/reason", "says why this person is needed")
                            .error("/ask", "says what the person is asked for first");
            case CLASS_NOT_ALLOWED ->
                    refused(
                            HttpStatus.FORBIDDEN,
                            "class-not-allowed",
                            "Only members invite",
                            "Ask a member of the alliance to invite this person.");
            case CALL_MISMATCH ->
                    refused(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "call-mismatch",
                                    "A guest is invited to one goal",
                                    "Name the goal that a guest may give to; everybody else is"
                                            + " invited without one.")
                            .error("/call", "names a goal for a guest, and only for a guest");
            case ORGANIZATION_UNKNOWN ->
                    refused(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "organization-unknown",
                                    "No such organization here",
                                    "Choose one of the alliance's organizations.")
                            .error("/organization", "is not an organization of the alliance");
            case ADDRESS_OF_ANOTHER_FIRM ->
                    refused(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "address-of-another-firm",
                                    "This address is another firm's",
                                    "Another firm has proved that this mail domain is its own. Invite"
                                            + " the person for that firm, or under another address.")
                            .error("/email", "is in a mail domain of another firm");
            case ALREADY_MEMBER ->
                    refused(
                            HttpStatus.CONFLICT,
                            "already-member",
                            "This person belongs already",
                            "The person with this address is a member. There is nothing to accept. Whoever"
                                    + " belongs as something else can be invited as a member for"
                                    + " the same firm.");
            case SEATS_TAKEN ->
                    refused(
                            HttpStatus.CONFLICT,
                            "seats-taken",
                            "No seat is free",
                            "All seats of this firm are taken or promised by open invitations. An"
                                    + " administrator of the firm can add seats.");
            case IDENTICAL ->
                    refused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "invitation-identical",
                            "The same words to everybody",
                            ("You sent these very words to %d persons; that is the limit."
                                            + " Write to this person why you need this person.")
                                    .formatted(Invitation.IDENTICAL_MOST));
            case NOT_ADDRESSED -> Problem.notFound();
            case EXPIRED ->
                    refused(
                            HttpStatus.CONFLICT,
                            "invitation-expired",
                            "The invitation is too old",
                            "It could be answered for %d days. Ask the inviter for a new one."
                                    .formatted(Invitation.STANDS_FOR.toDays()));
            case ANSWERED ->
                    refused(
                            HttpStatus.CONFLICT,
                            "invitation-answered",
                            "The invitation was answered",
                            "An invitation is answered once. To come back or to join after all, ask"
                                    + " for a new one.");
        };
    }

    static Problem notAgreed(Agreement.Unaccepted first) {
        return refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "agreement-not-accepted",
                        "An agreement is not accepted",
                        "To join, accept \u201c%s\u201d in version %d (agreement %s), which is in force."
                                .formatted(first.title(), first.version(), first.agreement()))
                .error("/agreements", "names each agreement in force with its version");
    }

    private static Problem refused(HttpStatus status, String kebab, String title, String detail) {
        return Problem.refusal(status, kebab, title, detail);
    }
}
