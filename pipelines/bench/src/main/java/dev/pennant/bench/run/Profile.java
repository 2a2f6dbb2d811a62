package dev.pennant.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** A recording by Java's Flight Recorder, where one is asked for. */
final class Profile implements AutoCloseable {
    private final Recording recording;
    private final String file;

    private Profile(Recording recording, String file) {
        this.recording = recording;
        this.file = file;
    }

    /** Begins to record; records nothing when no file is named. */
    static Profile begin(String file) throws IOException, ParseException {
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        if (!file.isEmpty()) {
            recording.start();
        }
        return new Profile(recording, file);
    }

    /** Writes down what was recorded. */
    void keep() throws IOException {
        if (!file.isEmpty()) {
            Files.createDirectories(Path.of(file).getParent());
            recording.dump(Path.of(file));
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
