package dev.pennant.cli;

import dev.pennant.audit.Explanation;
import dev.pennant.audit.SalesExplanation;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorSource;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.catalogue.Units;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.text.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a number comes from. */
@Command(
        name = "explain",
        description = "Say where a number comes from: definition, base, coverage, version, contributions.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack;

    @Parameters(index = "0", paramLabel = "UNIT", description = "Code or name of the unit, such as 当湖街道.")
    private String unitNamed;

    @Parameters(index = "1", paramLabel = "INDICATOR", description = "Id of the indicator, such as service-revenue.")
    private String indicator;

    @Parameters(
            index = "2",
            paramLabel = "PERIOD",
            description =
                    "The period through a month, such as 2020-10, or through a day, such as 2020-10-07, where there are any.")
    private String period;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        Unit unit = unit(catalogue.units());
        ClickHouseClient analyst = stack.clickHouse(ClickHouseUser.ANALYST);
        boolean explained = isOfReceipts(catalogue) ? explainSales(unit, analyst) : explainReports(unit, analyst);
        if (explained) {
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println("There is no " + indicator + " of " + unit.name() + " (" + unit.code() + ") for " + period
                        + "; `pennant sql \"SELECT DISTINCT indicator, period FROM indicators\"` lists what there is.");
        return 1;
    }

    private boolean isOfReceipts(Catalogue catalogue) {
        return catalogue
                .indicator(indicator)
                .filter(definition -> definition.source() instanceof IndicatorSource.OfReceipts)
                .isPresent();
    }

    private boolean explainSales(Unit unit, ClickHouseClient analyst) throws IOException {
        Optional<SalesExplanation> sales = SalesExplanation.of(analyst, unit.code(), indicator, period);
        sales.ifPresent(
                explanation -> explanation.lines().forEach(spec.commandLine().getOut()::println));
        return sales.isPresent();
    }

    private boolean explainReports(Unit unit, ClickHouseClient analyst) throws IOException {
        Optional<Explanation> reports = Explanation.of(analyst, unit.code(), indicator, period);
        reports.ifPresent(explanation -> print(explanation, spec.commandLine().getOut()));
        return reports.isPresent();
    }

    private Unit unit(Units units) {
        List<Unit> named = units.withCode(unitNamed).map(List::of).orElseGet(() -> units.named(unitNamed));
        if (named.size() != 1) {
            String problem = named.isEmpty()
                    ? "There is no unit '" + unitNamed + "' in the catalogue."
                    : "'" + unitNamed + "' is the name of several units; give the code: "
                            + named.stream().map(Unit::code).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), problem);
        }
        return named.get(0);
    }

    private static void print(Explanation explanation, PrintWriter out) {
        TextTable card = new TextTable(TextTable.Column.left("number"), TextTable.Column.left(explanation.number()));
        explanation.card().forEach(card::add);
        card.lines().forEach(out::println);
        out.println();
        out.printf(
                Locale.ROOT,
                "%,d enterprises contribute; those that moved the growth most (amounts in yuan):%n",
                explanation.contributorCount());
        TextTable parts = new TextTable(
                TextTable.Column.left("enterprise"),
                TextTable.Column.left("name"),
                TextTable.Column.left("scope"),
                TextTable.Column.right("this year"),
                TextTable.Column.right("last year"),
                TextTable.Column.right("share %"),
                TextTable.Column.right("points"),
                TextTable.Column.right("revision"),
                TextTable.Column.left("report at partition@offset"));
        for (Explanation.Contributor part : explanation.contributors()) {
            parts.add(
                    part.enterprise(),
                    part.name(),
                    part.scope(),
                    part.current(),
                    part.base(),
                    part.share(),
                    part.points(),
                    part.revision(),
                    part.place());
        }
        parts.lines().forEach(out::println);
        if (!explanation.missing().isEmpty()) {
            out.println();
            out.println("On the roster, but not reported yet:");
            explanation.missing().forEach(enterprise -> out.println("  " + enterprise));
        }
    }
}
