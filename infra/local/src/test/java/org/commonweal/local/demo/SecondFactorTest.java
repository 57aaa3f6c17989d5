package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonweal.keycloak.FormBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** A second factor and its recovery, for accounts of the platform's own realm, on a real one. */
@ExtendWith(DemoKeycloak.class)
class SecondFactorTest {

    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void who_has_set_up_codes_of_an_app_is_asked_for_one_at_the_next_login() {
        var mail = "tunde.bello@okonkwo.example";
        assertThat(logIn(mail, "", Map.of())).doesNotContain("otp");

        var secret = enrolled(mail, "CONFIGURE_TOTP", "totpSecret");

        assertThat(logIn(mail, "", Map.of("otp", code(secret, 1)))).contains("otp");
    }

    @Test
    void a_recovery_code_logs_in_once_the_device_is_lost() {
        var mail = "halima.sani@okonkwo.example";
        var codes =
                enrolled(mail, "CONFIGURE_RECOVERY_AUTHN_CODES", "generatedRecoveryAuthnCodes")
                        .split(",", -1);

        assertThat(codes).hasSizeGreaterThan(5);
        assertThat(logIn(mail, "", Map.of("recoveryCodeInput", codes[0])))
                .contains("recoveryCodeInput");
    }

    @Test
    void a_forgotten_password_is_reset_by_mail_and_never_without_the_second_factor() {
        var mail = "niamh.gallagher@gallagher.example";
        var secret = enrolled(mail, "CONFIGURE_TOTP", "totpSecret");
        var browser = new FormBrowser(http);
        var asked = new ArrayList<String>();

        askForTheMail(browser, mail);
        assertThatThrownBy(() ->
                        browser.follow(
                                URI.create(mailed(mail)),
                                fields -> {
                                    asked.addAll(fields.keySet());
                                    return Map.of(
                                            "otp", code(secret, 1),
                                            "password-new", "another-passphrase",
                                            "password-confirm", "another-passphrase");
                                },
                                _ -> false))
                .hasMessageContaining("Your account has been updated");

        assertThat(asked).contains("otp", "password-new");
        assertThat(asked.indexOf("otp")).isLessThan(asked.indexOf("password-new"));
    }

    /** Sets it up as its owner does; answers what the page gave out. */
    private String enrolled(String mail, String action, String field) {
        var given = new HashMap<String, String>();
        new FormBrowser(http)
                .follow(
                        login("&kc_action=" + action),
                        fields -> {
                            given.putAll(fields);
                            var typed = new HashMap<>(typed(mail));
                            if (fields.containsKey("totpSecret")) {
                                typed.put("totp", code(fields.get("totpSecret"), 0));
                            }
                            return typed;
                        },
                        uri -> uri.toString().startsWith(CALLBACK));
        return given.getOrDefault(field, "");
    }

    /** Every field that was asked for on the way. */
    private List<String> logIn(String mail, String more, Map<String, String> factor) {
        var asked = new ArrayList<String>();
        var end =
                new FormBrowser(http)
                        .follow(
                                login(more),
                                fields -> {
                                    asked.addAll(fields.keySet());
                                    var typed = new HashMap<>(typed(mail));
                                    typed.putAll(factor);
                                    return typed;
                                },
                                uri -> uri.toString().startsWith(CALLBACK));
        assertThat(end.toString()).contains("code=");
        return asked;
    }

    private static Map<String, String> typed(String mail) {
        return Map.of("username", mail, "password", DemoAlliance.PASSWORD);
    }

    private static URI login(String more) {
        return realm(
                "protocol/openid-connect/auth?client_id=cli&response_type=code&scope=openid"
                        + "&redirect_uri="
                        + CALLBACK
                        + "&code_challenge_method=S256"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + more);
    }

    private static URI realm(String path) {
        return DemoKeycloak.keycloak().url().resolve("/realms/commonweal/" + path);
    }

    /**
     * The page that follows says that a mail is under way, and would let in who knows the password.
     */
    private static void askForTheMail(FormBrowser browser, String mail) {
        var asked = new ArrayList<Map<String, String>>();
        assertThatThrownBy(() ->
                        browser.follow(
                                realm("login-actions/reset-credentials?client_id=cli"),
                                fields -> {
                                    asked.add(fields);
                                    if (asked.size() > 1) {
                                        throw new IllegalStateException("sent");
                                    }
                                    return Map.of("username", mail);
                                },
                                _ -> false))
                .hasMessage("sent");
    }

    private String mailed(String mail) {
        for (var message : JsonMapper.shared().readTree(messages(mail))) {
            var link = LINK.matcher(message.get("text").asString());
            if (link.find()) {
                return link.group();
            }
        }
        throw new AssertionError("no mail to " + mail);
    }

    private String messages(String mail) {
        var page =
                URI.create("http://localhost:" + DemoKeycloak.mails() + "/api/messages?to=" + mail);
        try {
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6238, as an app computes it; a code is good once, so a later one is needed later. */
    private static String code(String secret, int stepsLater) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / 30 + stepsLater;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
