package dev.pennant.wall.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The built viewer: files of one folder, and nothing outside of it. Those in {@code assets} have a hash in their names. */
final class ViewerFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", Page.JSON),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    private final Path folder;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    ViewerFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The page from which a browser starts. */
    Page start() throws ProblemException, IOException {
        return file("index.html").orElseThrow(() -> new ProblemException(Problem.NOT_BUILT));
    }

    /** The file of a name such as {@code assets/index-1f3a.js}; nothing where there is none, or none to be shown. */
    Optional<Page> file(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
        String type = TYPES.get(extension(name));
        if (type == null || !file.startsWith(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        FileTime changed = Files.getLastModifiedTime(file);
        Loaded known = loaded.get(file);
        if (known == null || !known.changed.equals(changed)) {
            known = new Loaded(changed, page(file, type));
            loaded.put(file, known);
        }
        return Optional.of(known.page);
    }

    private Page page(Path file, String type) throws IOException {
        byte[] content = Files.readAllBytes(file);
        boolean compressible = !type.equals("image/png") && !type.startsWith("font/");
        return file.startsWith(folder.resolve("assets"))
                ? Page.lasting(type, content, compressible)
                : Page.revalidated(type, content, compressible);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private record Loaded(FileTime changed, Page page) {}
}
