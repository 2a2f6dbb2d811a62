package dev.pennant.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A call of the command in this process.
 *
 * @param status the exit status
 * @param out what it printed as its result
 * @param errors what it printed as messages
 */
record CommandCall(int status, String out, String errors) {
    static CommandCall of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line = Pennant.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(errors, true));
        return new CommandCall(line.execute(arguments), out.toString(), errors.toString());
    }
}
