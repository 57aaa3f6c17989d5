package org.commonweal.k8s;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * The properties that an application has: those of its YAML files, and the components of its
 * records of properties, as the compiler reads them. In the form that an environment has them.
 */
final class PropertyNames {

    private static final String BINDS = "@ConfigurationProperties(";

    private final Set<String> names = new TreeSet<>();

    /** Properties that hold a map of the operator's own choice. */
    private final Set<String> open = new TreeSet<>();

    private PropertyNames() {}

    static PropertyNames of(List<String> modules) {
        var properties = new PropertyNames();
        for (var module : modules) {
            try (var files = Files.walk(Manifests.checkout().resolve(module).resolve("src/main"))) {
                files.filter(Files::isRegularFile).forEach(properties::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    boolean know(String variable) {
        return names.contains(variable) || open.stream().anyMatch(variable::startsWith);
    }

    private void add(Path file) {
        var name = file.toString();
        if (name.matches(".*/src/main/resources/[^/]+\\.yaml")) {
            Yaml.documents(Manifests.text(file)).forEach(document -> add("", document));
        } else if (name.endsWith(".java") && Manifests.text(file).contains(BINDS)) {
            parse(file);
        }
    }

    private void add(String prefix, Map<?, ?> values) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                add(prefix + variable(key.toString()) + "_", inner);
            } else {
                names.add(prefix + variable(key.toString()));
                // The older of the two forms that Spring takes.
                names.add(prefix + variable(key.toString().replace('-', '.')));
            }
        });
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private void parse(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    null,
                                    null,
                                    manager.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                new Records(unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Records extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;

        Records(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            for (var annotation : type.getModifiers().getAnnotations()) {
                if (annotation.getAnnotationType().toString().equals("ConfigurationProperties")) {
                    var prefix = annotation.getArguments().getFirst().toString();
                    add(variable(prefix.replaceAll(".*\"(.*)\".*", "$1")) + "_", type);
                }
            }
            return super.visitClass(type, null);
        }

        private void add(String prefix, ClassTree type) {
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    component(prefix, field);
                }
            }
        }

        private void component(String prefix, VariableTree field) {
            var name = prefix + variable(field.getName().toString());
            var nested = nested(field.getType().toString());
            if (nested != null) {
                add(name + "_", nested);
            } else if (field.getType().toString().startsWith("Map<")) {
                open.add(name + "_");
            } else {
                names.add(name);
            }
        }

        private @org.jspecify.annotations.Nullable ClassTree nested(String name) {
            var found = new ClassTree[1];
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    if (type.getSimpleName().contentEquals(name)) {
                        found[0] = type;
                    }
                    return super.visitClass(type, null);
                }
            }.scan(unit, null);
            return found[0];
        }
    }
}
