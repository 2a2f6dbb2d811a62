package dev.pennant.bench.boards;

import dev.pennant.cli.Progress;
import dev.pennant.stack.HouseFolder;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.text.TextTable;
import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Boards;
import dev.pennant.wall.contract.BoardQueries;
import dev.pennant.wall.contract.BoardQuery;
import dev.pennant.wall.query.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the boards' queries take on ten years of figures. */
@Command(
        name = "boards",
        description = "Every query of every board on ten years of figures, made of a folder that had its season.")
public final class BoardsCommand implements Callable<Integer> {
    private static final Path BOARDS = Path.of("dashboards", "grafana", "dashboards");
    private static final int SHOWN = 15;
    private static final double GOAL_MILLIS = 50;

    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder of a stopped stack: ./pennant demo --exit --data DIR. Eight years are added to it.")
    private Path data;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often each query is run; ${DEFAULT-VALUE} unless given.")
    private int runs;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "Base of the ports; ${DEFAULT-VALUE} unless given.")
    private int portBase;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Ports ports = new Ports(portBase);
        try (ClickHouseServer server =
                ClickHouseServer.start(data, ports.clickHouseHttp(), ports.clickHouseNative(), EngineLibrary.find())) {
            TenYears.add(server.client(ClickHouseUser.MIGRATOR));
            Database database = new Database(
                    server.url(),
                    ClickHouseUser.GRAFANA.id(),
                    server.credentials().password(ClickHouseUser.GRAFANA));
            List<QueryTimes> times = measure(database);
            report(times);
            return times.stream().allMatch(each -> each.millis(95) <= GOAL_MILLIS) ? 0 : 1;
        }
    }

    private List<QueryTimes> measure(Database database) throws Exception {
        List<BoardQuery> queries = new ArrayList<>();
        for (Board board : Boards.read(HouseFolder.find(BOARDS)).inOrder()) {
            if (!board.uid().endsWith("-en")) {
                queries.addAll(BoardQueries.of(board, Map.of(), clock.instant(), database)
                        .all());
            }
        }
        List<QueryTimes> times = new ArrayList<>();
        try (Progress progress = Progress.onConsole("Measuring", queries.size(), clock)) {
            for (BoardQuery query : queries) {
                times.add(QueryTimes.of(query, database, runs));
                progress.reached(times.size(), query.place());
            }
        }
        return times;
    }

    private void report(List<QueryTimes> times) {
        TextTable table = new TextTable(
                TextTable.Column.left("query"),
                TextTable.Column.right("p50 ms"),
                TextTable.Column.right("p95 ms"),
                TextTable.Column.right("max ms"));
        times.stream()
                .sorted(Comparator.comparingDouble((QueryTimes each) -> each.millis(95))
                        .reversed())
                .limit(SHOWN)
                .forEach(each -> table.add(each.query().place(), each.text(50), each.text(95), each.text(100)));
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        long within =
                times.stream().filter(each -> each.millis(95) <= GOAL_MILLIS).count();
        out.printf("%d of %d queries have a p95 of at most %.0f ms.%n", within, times.size(), GOAL_MILLIS);
        out.flush();
    }
}
