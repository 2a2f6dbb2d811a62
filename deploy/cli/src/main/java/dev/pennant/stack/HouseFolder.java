package dev.pennant.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what lies in the folder of the house itself: around the working directory, or around this program. */
public final class HouseFolder {
    private HouseFolder() {}

    /**
     * The file or folder of a path in the house, such as {@code dashboards/grafana}. It is given also when nothing is there: then
     * as in a house that the working directory is the folder of.
     */
    public static Path find(Path inHouse) {
        Path here = Path.of("").toAbsolutePath();
        return Stream.concat(Stream.of(here), program().stream())
                .flatMap(HouseFolder::upwards)
                .map(folder -> folder.resolve(inHouse))
                .filter(Files::exists)
                .findFirst()
                .orElse(here.resolve(inHouse));
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.iterate(from, folder -> folder != null, Path::getParent);
    }

    private static Optional<Path> program() {
        try {
            return Optional.of(Path.of(HouseFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
