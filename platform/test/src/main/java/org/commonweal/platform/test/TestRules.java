package org.commonweal.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.commonweal.platform.messaging.EventHandler;

/** What the tests of a service must not use, and what they must prove. */
final class TestRules {

    private TestRules() {}

    static ArchRule noMocks() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.springframework.test.context.bean..")
                .because("a test uses plain values or the real thing");
    }

    /** Of each handler there is a test that names it and {@link ConsumedEvents}. */
    static ArchRule heardIsRead(JavaClasses tests) {
        return classes()
                .that()
                .implement(EventHandler.class)
                .should(ClassShapes.beNamedTogetherWith(ConsumedEvents.class, tests))
                .because("a consumer must find in an event what its producer puts there");
    }
}
