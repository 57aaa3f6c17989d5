package org.commonweal.membership.maildomains;

import org.commonweal.membership.domain.MailDomain;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a mail domain is not named or not proved. */
final class MailDomainProblems {

    private MailDomainProblems() {}

    static Problem of(MailDomain.Refusal reason) {
        return switch (reason) {
            case NOT_AN_ADMINISTRATOR -> notAnAdministrator();
            case NOT_A_DOMAIN -> notADomain();
            case PUBLIC_SUFFIX ->
                    unfit(
                            "domain-of-all",
                            "Below this one, everybody can have a domain",
                            "Name the domain that your firm has registered below it.");
            case FREE_MAIL -> freeMail();
            case NAMED_ALREADY ->
                    conflict(
                            "domain-named",
                            "Your firm has named this domain",
                            "It is in the list: prove it there, or give it up first.");
            case PROVED_BY_ANOTHER -> provedByAnother();
            case TOO_MANY -> tooMany();
            case PROVED_ALREADY ->
                    conflict(
                            "domain-proved", "This domain is proved", "It needs no further proof.");
            case MAILS_TOO_MANY -> mailsTooMany();
            case CODE_UNKNOWN -> codeUnknown();
        };
    }

    private static Problem notAnAdministrator() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-an-administrator",
                "Only your firm's administrators may do this",
                "Ask an administrator of your firm, or ask to be made one.");
    }

    private static Problem notADomain() {
        return unfit(
                "not-a-mail-domain",
                "This is no mail domain",
                "Write what stands after the @ of your firm's addresses, such as firm.example."
                        + " With ß or the like, write it in punycode.");
    }

    private static Problem freeMail() {
        return unfit(
                "domain-of-a-mail-service",
                "Anybody gets an address there",
                "A mail service's domain proves nothing about a firm. Name a domain that your firm"
                        + " itself has registered.");
    }

    private static Problem provedByAnother() {
        return conflict(
                "domain-of-another-firm",
                "Already proved by another firm",
                "In an alliance a mail domain is one firm's. If it is yours, ask the other firm to"
                        + " give it up.");
    }

    private static Problem tooMany() {
        return conflict(
                "domains-too-many",
                "So many domains are enough",
                "A firm names at most %d. Give one up to name another."
                        .formatted(MailDomain.NAMED_MOST));
    }

    private static Problem mailsTooMany() {
        return conflict(
                "domain-mails-too-many",
                "Enough mails for now",
                ("In a day %d domains of a firm are written to, each once an hour. Set the record of"
                                + " DNS, or come back later.")
                        .formatted(MailDomain.MAILS_A_DAY_MOST));
    }

    private static Problem codeUnknown() {
        return conflict(
                "domain-code-unknown",
                "This code does not prove it",
                ("A code counts once, for %d days, and only the last one sent. Ask for another"
                                + " mail.")
                        .formatted(MailDomain.CODE_STANDS_FOR.toDays()));
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail)
                .error("/name", "is a domain that your firm has registered");
    }
}
