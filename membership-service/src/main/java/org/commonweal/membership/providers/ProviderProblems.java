package org.commonweal.membership.providers;

import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a firm's provider is not changed. */
final class ProviderProblems {

    private ProviderProblems() {}

    static Problem notAnAdministrator() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-an-administrator",
                "Only your firm's administrators may do this",
                "Ask an administrator of your firm.");
    }

    static Problem incomplete(String pointer, String message) {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "provider-incomplete",
                        "Something is missing",
                        "OpenID Connect needs the issuer's address, a client id and its secret;"
                                + " SAML the metadata or its address.")
                .error(pointer, message);
    }

    static Problem of(OwnProvider.Refusal reason) {
        return switch (reason) {
            case RETIRED ->
                    refused(
                            "provider-retired",
                            "This provider is retired",
                            "A retired provider stays retired. Connect a new one.");
            case LIVE_STAYS ->
                    refused(
                            "provider-live",
                            "People log in by this provider",
                            "Its name, secret and certificates can change, not whom it asks."
                                    + " Connect and test a new one, then retire this.");
            case NOT_WRITTEN ->
                    refused(
                            "provider-not-connected",
                            "The provider is not connected yet",
                            "Wait until it is connected, or mend what the page says, then test.");
            case NOT_TESTED ->
                    refused(
                            "provider-not-tested",
                            "Nobody has logged in by it yet",
                            "Test the login first; when it succeeds, the provider can go live.");
            case NO_MAIL_DOMAIN ->
                    refused(
                            "no-mail-domain",
                            "Your firm has no mail domain",
                            "A provider speaks for your firm's mail domains alone. Add one first.");
        };
    }

    private static Problem refused(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
