package org.commonweal.platform.operating;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

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
    UnobservedBoxes unobservedBoxes() {
        return new UnobservedBoxes();
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    Draining draining(OperatingProperties properties) {
        return new Draining(properties.drain());
    }

    /** A span and a timer for each filter of the login's chain tell nothing and cost as much. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SecurityObservationSettings.class)
    static class Security {

        @Bean
        SecurityObservationSettings securityObservations() {
            return SecurityObservationSettings.noObservations();
        }
    }
}
