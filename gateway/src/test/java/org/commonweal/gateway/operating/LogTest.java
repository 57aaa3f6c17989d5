package org.commonweal.gateway.operating;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Tokens, cookies, codes of logins and searches stay out of the gateway's log. */
@ExtendWith(OutputCaptureExtension.class)
class LogTest extends GatewayTest {

    private static final String CANARY = "canary-of-a-person";

    @Test
    void nothing_of_a_person_is_in_the_log(CapturedOutput output) {
        var browser = browser().loggedInAs(CANARY);
        browser.get("/api/alliances/1/search?q=" + CANARY);
        browser.get("/api/session");
        browser.get("/login/oauth2/code/commonweal?code=" + CANARY + "&state=" + CANARY);
        browser.get("/login/oauth2/code/commonweal?error=" + CANARY + "&state=" + CANARY);
        browser.get("/a;b=" + CANARY + "/../x?q=" + CANARY);
        browser()
                .send(
                        HttpMethod.POST,
                        "/logout/connect/back-channel/commonweal",
                        request -> request.bodyValue("logout_token=" + CANARY));
        browser()
                .send(
                        HttpMethod.GET,
                        "/api/me",
                        request -> request.header("Authorization", "Bearer " + CANARY));
        service("contribution").goAway();
        try {
            browser.get("/api/alliances/1/search?q=" + CANARY);
        } finally {
            service("contribution").comeBack();
        }
        service("contribution").answerWith(500);
        browser.get("/api/alliances/1/search?q=" + CANARY);
        var session = browser.cookie("__Host-commonweal").getValue();
        browser.post("/logout");

        assertThat(output.getAll())
                .contains("request failed status=503")
                .doesNotContain(CANARY, session, "eyJ");
    }
}
