package org.commonweal.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** How the rules tell one class from another: a nested class counts as its outermost one. */
final class ClassShapes {

    private ClassShapes() {}

    static DescribedPredicate<JavaClass> topLevelNamed(String regex) {
        var pattern = Pattern.compile(regex);
        return DescribedPredicate.describe(
                "named " + regex, type -> pattern.matcher(outermost(type)).matches());
    }

    static DescribedPredicate<JavaClass> notListed(Set<String> names) {
        return DescribedPredicate.describe(
                names.isEmpty() ? "not listed (none is)" : "not listed in " + names,
                type -> !names.contains(outermost(type)));
    }

    static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    /** Our own classes outside of {@code root}, except for the platform's mechanisms. */
    static DescribedPredicate<JavaClass> ofAnotherPart(String root) {
        return DescribedPredicate.describe(
                "of another part",
                type -> {
                    var name = type.getPackageName() + ".";
                    return name.startsWith("org.commonweal.")
                            && !name.startsWith(root + ".")
                            && !name.matches(
                                    "org\\.commonweal\\.platform\\.(brokering|keys|messaging|web)\\..*");
                });
    }

    static ArchCondition<JavaClass> nullMarkedPackage() {
        return new ArchCondition<>("lie in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type,
                                    "package %s of %s has no package-info with @NullMarked"
                                            .formatted(
                                                    type.getPackageName(), type.getSimpleName())));
                }
            }
        };
    }

    /** Some test depends on the class as well as on {@code check}. */
    static ArchCondition<JavaClass> beNamedTogetherWith(Class<?> check, JavaClasses tests) {
        var named =
                tests.stream()
                        .filter(test -> dependsOn(test, check.getName()))
                        .flatMap(test -> test.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getName())
                        .collect(Collectors.toSet());
        return new ArchCondition<>("be named in a test of " + check.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!named.contains(type.getName())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type,
                                    "no test checks %s by %s"
                                            .formatted(
                                                    type.getSimpleName(), check.getSimpleName())));
                }
            }
        };
    }

    private static boolean dependsOn(JavaClass type, String name) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(name));
    }

    private static String outermost(JavaClass type) {
        var outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }
}
