package dev.pennant.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** A recording by Java's Flight Recorder, where one is asked for. */
final class Profile implements AutoCloseable {
    private final Optional<Recording> recording;
    private final Path file;

    private Profile(Optional<Recording> recording, Path file) {
        this.recording = recording;
        this.file = file;
    }

    /**
     * A recording that does not run yet; none where no file is named. To be made before what is to be recorded is warm: the recorder changes
     * classes as soon as it is there, and the JVM then throws away whatever it has compiled.
     */
    static Profile into(String file) throws IOException, ParseException {
        return new Profile(
                file.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Recording(Configuration.getConfiguration("profile"))),
                Path.of(file));
    }

    /** Begins to record, unless it does already. */
    void begin() {
        recording.filter(waiting -> waiting.getState() == RecordingState.NEW).ifPresent(Recording::start);
    }

    /** Writes down what was recorded since it began. */
    void keep() throws IOException {
        if (recording.isPresent()) {
            Files.createDirectories(file.getParent());
            recording.get().dump(file);
        }
    }

    @Override
    public void close() {
        recording.ifPresent(Recording::close);
    }
}
