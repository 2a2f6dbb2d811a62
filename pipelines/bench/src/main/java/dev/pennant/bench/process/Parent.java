package dev.pennant.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other end of a {@link ChildJvm}: what a child hears from the process that started it, and tells it. */
public final class Parent {
    private static final int ABANDONED = 3;

    private final PrintStream answers;
    private final BufferedReader questions;

    private Parent(PrintStream answers, BufferedReader questions) {
        this.answers = answers;
        this.questions = questions;
    }

    /** Takes the standard streams; what others print goes to the log from now on. */
    public static Parent connect() {
        PrintStream answers = System.out;
        System.setOut(System.err);
        return new Parent(answers, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    /** Tells it a line. */
    public void tell(String line) {
        answers.println(line);
        answers.flush();
    }

    /** Waits for a question; nothing when there will be none, because the parent closes this child or is gone. */
    public Optional<String> hear() throws IOException {
        return Optional.ofNullable(questions.readLine());
    }

    /** Ends this process as soon as the parent closes it or is gone; for a child that is never asked. */
    public void endWithIt() {
        Thread watch = new Thread(this::awaitItsEnd, "parent");
        watch.setDaemon(true);
        watch.start();
    }

    private void awaitItsEnd() {
        try {
            while (hear().isPresent()) {
                // Nothing is asked of this child.
            }
        } catch (IOException gone) {
            // The same.
        }
        Runtime.getRuntime().halt(ABANDONED);
    }
}
