package dev.pennant.cli;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseException;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the stack's database, as an analyst unless told otherwise. */
@Command(name = "sql", description = "Run a query on the stack's ClickHouse.")
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(paramLabel = "QUERY", description = "The query, or - to read it from standard input.")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "ClickHouse's name of a format; PrettyCompact on a terminal and TSVWithNames elsewhere, unless given.")
    private String format;

    @Option(
            names = "--user",
            paramLabel = "U",
            defaultValue = "analyst",
            converter = UserConverter.class,
            description = "analyst, grafana, wall, migrator or writer; ${DEFAULT-VALUE} unless given.")
    private ClickHouseUser user;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String sql = query.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query;
        ClickHouseClient client = stack.clickHouse(user);
        try {
            String usual = Terminal.showsResults() ? "PrettyCompact" : "TSVWithNames";
            String answer =
                    client.query(sql, Map.of("database", "pennant", "default_format", format == null ? usual : format));
            PrintWriter out = spec.commandLine().getOut();
            if (!answer.isEmpty()) {
                out.println(answer);
            }
            return 0;
        } catch (ClickHouseException refused) {
            spec.commandLine().getErr().println(refused.getMessage().replace('\n', ' '));
            return 1;
        } catch (ConnectException down) {
            throw new IOException(
                    "ClickHouse does not answer at " + stack.ports().clickHouseUri()
                            + "; is the stack up (`pennant status`)?",
                    down);
        }
    }
}
