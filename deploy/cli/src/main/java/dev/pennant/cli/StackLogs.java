package dev.pennant.cli;

import java.nio.file.Path;

/** Sends what the parts of a stack log to files in its data folder. */
final class StackLogs {
    private StackLogs() {}

    /** Has to come before anything has logged: the first logger reads where to. */
    static void into(Path dataFolder) {
        in(dataFolder.resolve("logs"));
    }

    /** The same, to a folder of their own, beside those of a stack that runs. */
    static void in(Path folder) {
        System.setProperty("pennant.logs", folder.toString());
        System.setProperty("log4j2.configurationFile", "log4j2-stack.xml");
    }
}
