package org.commonweal.recognition.erasing;

import org.commonweal.platform.messaging.PersonErasure;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes is said by this schema's {@code erase_person}. */
@Configuration(proxyBeanMethods = false)
class ErasingConfiguration {

    @Bean
    PersonErasure personErasure(ScopedDatabase database) {
        return new PersonErasure(database);
    }
}
