package dev.pennant.wall.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boards of a folder as they are now: a file that was changed is read again, as Grafana does with provisioned ones. */
public final class BoardFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BoardFolder.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path folder;
    private final InstantSource clock;
    private Instant looked;
    private Map<Path, String> seen = Map.of();
    private Boards boards;

    /**
     * @param folder where the files are
     * @param clock tells when to look again
     */
    public BoardFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The boards; while the folder cannot be read, those of the last time that it could. */
    public synchronized Boards boards() throws IOException {
        Instant now = clock.instant();
        if (boards != null && now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            return boards;
        }
        looked = now;
        try {
            Map<Path, String> there = stamps();
            if (boards == null || !there.equals(seen)) {
                boards = Boards.read(folder);
                seen = there;
                boards.refused().forEach(reason -> LOG.warn("A board is left out: {}", reason));
            }
        } catch (IOException unreadable) {
            if (boards == null) {
                throw unreadable;
            }
            LOG.info("The boards cannot be read again", unreadable);
        }
        return boards;
    }

    private Map<Path, String> stamps() throws IOException {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path file : Boards.files(folder)) {
            stamps.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        return stamps;
    }
}
