package org.commonweal.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Rules over single calls: waiting, and what makes a run differ from the next one. */
final class CallRules {

    private static final Set<String> WAITING_METHODS =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    private static final Set<String> CHANCE =
            Set.of(
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.util.Random.<init>",
                    "java.security.SecureRandom.<init>");

    private static final Set<String> AMBIENT_TIME =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    private CallRules() {}

    static ArchRule noBlocking(Named named) {
        return noClasses()
                .that(ClassShapes.not(ClassShapes.topLevelNamed(".*Consumer")))
                .and(ClassShapes.notListed(named.waiting()))
                .should()
                .callCodeUnitWhere(calls("wait for, or cut off, a pipeline", CallRules::waits))
                .because("a thread that waits serves nobody; only a consumer owns its thread");
    }

    static ArchRule noAmbientTimeOrChance(Named named) {
        return noClasses()
                .that(ClassShapes.not(ClassShapes.topLevelNamed(".*Configuration")))
                .and(ClassShapes.notListed(named.ambient()))
                .should()
                .callCodeUnitWhere(calls("read the clock or draw by chance", CallRules::ambient))
                .because("time and chance are passed in, so that a test can choose them");
    }

    private static boolean waits(JavaCall<?> call) {
        var name = call.getTarget().getName();
        var onPipeline =
                call.getTargetOwner().isAssignableTo("org.reactivestreams.Publisher")
                        && (WAITING_METHODS.contains(name) || name.equals("subscribe"));
        return onPipeline || fullName(call).equals("java.lang.Thread.sleep");
    }

    private static boolean ambient(JavaCall<?> call) {
        var target = call.getTarget();
        var now =
                call.getTargetOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && target.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        var name = fullName(call);
        return now || CHANCE.contains(name) || AMBIENT_TIME.contains(name);
    }

    private static String fullName(JavaCall<?> call) {
        return call.getTargetOwner().getFullName() + "." + call.getTarget().getName();
    }

    private static DescribedPredicate<JavaCall<?>> calls(
            String description, java.util.function.Predicate<JavaCall<?>> matching) {
        return DescribedPredicate.describe(description, matching);
    }
}
