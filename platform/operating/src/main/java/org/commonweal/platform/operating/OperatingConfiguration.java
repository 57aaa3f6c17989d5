package org.commonweal.platform.operating;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The parts of a part that its operator sees. */
@AutoConfiguration
@EnableConfigurationProperties(OperatingProperties.class)
class OperatingConfiguration {

    @Bean
    NoQueries noQueries() {
        return new NoQueries();
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    Draining draining(OperatingProperties properties) {
        return new Draining(properties.drain());
    }
}
