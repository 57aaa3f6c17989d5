package org.commonweal.platform.brokering;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes the way to the realm's administration, and the guarded one to firms' providers. */
@AutoConfiguration
@EnableConfigurationProperties(BrokeringProperties.class)
class BrokeringConfiguration {

    private static final int REALM_ANSWER_BYTES_MAX = 1 << 20;

    @Bean
    Brokers brokers(BrokeringProperties properties, JsonMapper json) {
        var http =
                HttpClient.create()
                        .followRedirect(false)
                        .responseTimeout(properties.answerTimeMax());
        var client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .codecs(codecs ->
                                codecs.defaultCodecs().maxInMemorySize(REALM_ANSWER_BYTES_MAX))
                        .build();
        var addresses = new PublicAddresses(properties.loopbackAllowed());
        var web = new PublicWeb(addresses, properties.answerTimeMax());
        return new Brokers(
                new AdminApi(client, properties, json),
                new Descriptions(web, addresses, json),
                properties);
    }
}
