package dev.pennant.bench.boards;

import dev.pennant.bench.report.Figures;
import dev.pennant.bench.report.Goal;
import dev.pennant.bench.report.Results;
import dev.pennant.bench.report.Section;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Results results;

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
            return results.publish(
                    "Boards, measured", List.of(section(measure(database))), "ClickHouse and whoever measures", spec);
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
        // Meanwhile ClickHouse merges what was just added.
        for (BoardQuery query : queries) {
            database.query(query.sql());
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

    private Section section(List<QueryTimes> times) {
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
        long within =
                times.stream().filter(each -> each.millis(95) <= GOAL_MILLIS).count();
        Goal goal = new Goal(
                "queries with a p95 of at most " + Figures.plain(GOAL_MILLIS) + " ms",
                "all " + times.size(),
                Long.toString(within),
                within == times.size());
        return new Section(
                "The slowest queries",
                "Of every panel and variable of the Chinese boards, on ten years of figures: each run " + runs
                        + " times by user grafana, one after another, from the request to the whole answer, after all were run"
                        + " once, and each some times more, not counted.",
                table,
                List.of(goal));
    }
}
