package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Growth;
import dev.pennant.core.period.CumulativePeriod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes all figures anew from all events at once, in the plainest way there is, and shares no code with the pipeline. Of two registrations with the
 * same first month the later in the list holds; of two reports of a period the one with the higher revision.
 */
final class BatchOracle {
    private static final Set<String> SERVICES = Set.of("service-revenue", "service-revenue-designated");
    private static final Set<String> TRADE = Set.of("service-revenue", "retail-above-quota");

    private final Map<String, TreeMap<YearMonth, Registration>> registry = new HashMap<>();
    private final Map<Statement, EnterpriseReport> reports = new HashMap<>();

    BatchOracle(List<Event> events) {
        for (Event event : events) {
            TreeMap<YearMonth, Registration> spans =
                    registry.computeIfAbsent(event.enterprise(), enterprise -> new TreeMap<>());
            if (event instanceof Event.Registered registered) {
                spans.put(registered.registration().validFrom(), registered.registration());
            } else if (event instanceof Event.Withdrawn withdrawn) {
                spans.remove(withdrawn.validFrom());
            } else if (event instanceof Event.Filed filed) {
                EnterpriseReport report = filed.report();
                reports.merge(
                        new Statement(report.enterpriseId(), report.period()),
                        report,
                        (one, other) -> one.revision() >= other.revision() ? one : other);
            }
        }
    }

    Map<Statement, Contribution> contributions() {
        Map<Statement, Contribution> contributions = new HashMap<>();
        reports.forEach((key, report) ->
                contributions.put(key, new Contribution(report, onRoster(key.enterprise(), key.period()))));
        return contributions;
    }

    Map<Cell, Figure> figures() {
        Set<CumulativePeriod> periods = new TreeSet<>();
        reports.keySet().forEach(statement -> periods.add(statement.period()));
        Set<String> places = new TreeSet<>();
        registry.values().forEach(spans -> spans.values().forEach(span -> {
            places.add(span.unit());
            places.add(span.unit().substring(0, 6));
            places.add(span.unit().substring(0, 4));
        }));
        Map<Cell, Figure> figures = new HashMap<>();
        for (String indicator : List.of("service-revenue", "service-revenue-designated", "retail-above-quota")) {
            for (String place : places) {
                for (CumulativePeriod period : periods) {
                    figure(indicator, place, period)
                            .ifPresent(figure -> figures.put(new Cell(indicator, place, period), figure));
                }
            }
        }
        return figures;
    }

    private Optional<Figure> figure(String indicator, String place, CumulativePeriod period) {
        int expected = 0;
        List<YearOverYear> amounts = new ArrayList<>();
        boolean synthetic = false;
        for (String enterprise : registry.keySet()) {
            Optional<Registration> span = onRoster(enterprise, period);
            if (span.isEmpty() || !span.get().unit().startsWith(place) || !counts(span.get(), indicator)) {
                continue;
            }
            expected++;
            EnterpriseReport report = reports.get(new Statement(enterprise, period));
            if (report == null) {
                continue;
            }
            if (!indicator.equals("retail-above-quota")) {
                amounts.add(report.revenue());
                synthetic |= report.synthetic();
            } else if (report.retailSales().isPresent()) {
                amounts.add(report.retailSales().get());
                synthetic |= report.synthetic();
            }
        }
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        long current =
                amounts.stream().mapToLong(amount -> amount.current().fen()).sum();
        long base =
                amounts.stream().mapToLong(amount -> amount.lastYear().fen()).sum();
        return Optional.of(new Figure(
                BigDecimal.valueOf(current, 10),
                BigDecimal.valueOf(base, 10),
                growth(current, base),
                amounts.size(),
                expected,
                amounts.size() == expected ? "complete" : "provisional",
                synthetic));
    }

    private Optional<Registration> onRoster(String enterprise, CumulativePeriod period) {
        YearMonth month = YearMonth.of(period.year(), period.month());
        Optional<Registration> latest = Optional.empty();
        for (Registration span : registry.get(enterprise).values()) {
            boolean begun = span.validFrom().compareTo(month) <= 0;
            boolean ended = span.validTo().isPresent() && span.validTo().get().compareTo(month) < 0;
            if (begun && !ended) {
                latest = Optional.of(span);
            }
        }
        return latest;
    }

    private static boolean counts(Registration span, String indicator) {
        return (span.scope() == Scope.SERVICE_DESIGNATED ? SERVICES : TRADE).contains(indicator);
    }

    /** In tenths of a percent, the half away from zero: (2 × 1000 × |change| + base) ÷ (2 × base), cut. */
    private static Growth growth(long current, long base) {
        if (base <= 0) {
            return Growth.NOT_MEANINGFUL;
        }
        BigInteger size = BigInteger.valueOf(Math.abs(current - base)).multiply(BigInteger.valueOf(2000));
        long tenths = size.add(BigInteger.valueOf(base))
                .divide(BigInteger.valueOf(2).multiply(BigInteger.valueOf(base)))
                .longValueExact();
        return new Growth.Percent(BigDecimal.valueOf(current < base ? -tenths : tenths, 1));
    }
}
