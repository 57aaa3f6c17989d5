package org.commonweal.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.commonweal.embedded.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Mail sent by SMTP to the catcher, read back over HTTP. */
class MailCatcherTest {

    private final int smtpPort = Ports.free();
    private final int pagePort = Ports.free();

    private MailCatcher catcher;

    @BeforeEach
    void start() throws Exception {
        catcher = MailCatcher.start(smtpPort, pagePort, 10);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void what_is_sent_is_shown_newest_first() throws Exception {
        send("a@one.example", "First", "Come in");
        send("b@two.example", "Sécond", "See http://localhost:8080/i/1?a=1&b=2 please");

        var messages = JsonMapper.shared().readTree(get("/api/messages").body());

        assertThat(messages.size()).isEqualTo(2);
        assertThat(messages.get(0).get("subject").asString()).isEqualTo("Sécond");
        assertThat(messages.get(0).get("to").asString()).isEqualTo("b@two.example");
        assertThat(messages.get(0).get("text").asString()).contains("/i/1?a=1&b=2");
        var toOne = JsonMapper.shared().readTree(get("/api/messages?to=a%40one.example").body());
        assertThat(toOne.size()).isEqualTo(1);
        assertThat(get("/").body()).contains("<a href=\"http://localhost:8080/i/1?a=1&amp;b=2\">");
    }

    @Test
    void what_a_sender_writes_is_never_markup() throws Exception {
        send("a@one.example", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>");

        assertThat(get("/").body())
                .contains("&lt;script&gt;", "&lt;img")
                .doesNotContain("<script>", "<img");
    }

    @Test
    void memory_is_bounded_and_the_newest_stay() throws Exception {
        for (var i = 0; i < 13; i++) {
            send("a@one.example", "number " + i, "text");
        }

        var messages = JsonMapper.shared().readTree(get("/api/messages").body());

        assertThat(messages.size()).isEqualTo(10);
        assertThat(messages.get(0).get("subject").asString()).isEqualTo("number 12");
    }

    private void send(String to, String subject, String text) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("commonweal@localhost"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var page = URI.create("http://127.0.0.1:" + pagePort + path);
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        }
    }
}
