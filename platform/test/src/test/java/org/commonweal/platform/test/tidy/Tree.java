package org.commonweal.platform.test.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that are, or would be, committed: all below {@code root} except what a {@code
 * .gitignore} names, as {@code folder/} or {@code *.ending}; those are the two forms used here.
 */
record Tree(Path root) {

    List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(root, new Visitor(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The lines of a text, none for what is not UTF-8. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> files;
        private final Set<String> ignoredFolders = new HashSet<>(Set.of(".git"));
        private final Set<String> ignoredEndings = new HashSet<>();

        Visitor(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName();
            if (name != null && ignoredFolders.contains(name.toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            var ignore = folder.resolve(".gitignore");
            if (Files.exists(ignore)) {
                lines(ignore).forEach(this::ignore);
            }
            return FileVisitResult.CONTINUE;
        }

        private void ignore(String line) {
            if (line.endsWith("/")) {
                ignoredFolders.add(line.substring(line.startsWith("/") ? 1 : 0, line.length() - 1));
            } else if (line.startsWith("*")) {
                ignoredEndings.add(line.substring(1));
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = String.valueOf(file.getFileName());
            if (!name.equals(".git") && ignoredEndings.stream().noneMatch(name::endsWith)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
