package org.commonweal.platform.test.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * How long classes and methods of the main code are, as the compiler reads them. What is longer
 * than it may be stands in {@code long.properties} with the reason, and leaves it when it is short.
 */
record Sizes(Tree tree) {

    static final String EXCEPTIONS = "platform/test/src/test/resources/long.properties";

    private static final int CLASS_MAX = 200;
    private static final int METHOD_MAX = 30;

    List<String> tooLong() {
        var found = new ArrayList<String>();
        var excused = new TreeSet<>(excused());
        for (var unit : parsed()) {
            for (var one : unit.tooLong()) {
                if (!excused.remove(one.name())) {
                    found.add(one.file() + ": " + one.name() + " has " + one.lines() + " lines");
                }
            }
        }
        excused.forEach(name -> found.add(EXCEPTIONS + ": " + name + " is long no more"));
        return found;
    }

    private record TooLong(String file, String name, long lines) {}

    private Set<String> excused() {
        var properties = new Properties();
        var file = tree.root().resolve(EXCEPTIONS);
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }

    private List<Unit> parsed() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(mainCode());
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, _ -> {}, List.of("-proc:none"), null, sources);
            var trees = Trees.instance(task);
            var units = new ArrayList<Unit>();
            for (var unit : task.parse()) {
                units.add(new Unit(tree.name(Path.of(unit.getSourceFile().toUri())), unit, trees));
            }
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> mainCode() {
        return tree.files().stream()
                .filter(file -> tree.name(file).matches(".*/src/main/java/.*\\.java"))
                .toList();
    }

    /** One source file. */
    private record Unit(String file, CompilationUnitTree source, Trees trees) {

        private static final Set<Kind> TYPES =
                Set.of(Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.ANNOTATION_TYPE);

        List<TooLong> tooLong() {
            var found = new ArrayList<TooLong>();
            for (var type : source.getTypeDecls()) {
                if (TYPES.contains(type.getKind())) {
                    var name = ((ClassTree) type).getSimpleName().toString();
                    if (lines(type) > CLASS_MAX) {
                        found.add(new TooLong(file, name, lines(type)));
                    }
                    methods(type).stream()
                            .filter(method -> lines(method) > METHOD_MAX)
                            .map(method ->
                                    new TooLong(file, name + "." + method.getName(), lines(method)))
                            .forEach(found::add);
                }
            }
            return found;
        }

        private static List<MethodTree> methods(com.sun.source.tree.Tree type) {
            var methods = new ArrayList<MethodTree>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                    methods.add(method);
                    return super.visitMethod(method, null);
                }
            }.scan(type, null);
            return methods;
        }

        private long lines(com.sun.source.tree.Tree part) {
            var positions = trees.getSourcePositions();
            var lines = source.getLineMap();
            return lines.getLineNumber(positions.getEndPosition(source, part))
                    - lines.getLineNumber(positions.getStartPosition(source, part))
                    + 1;
        }
    }
}
