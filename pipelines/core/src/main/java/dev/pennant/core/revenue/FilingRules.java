package dev.pennant.core.revenue;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which registrations and reports can be taken. A record is judged by itself and by the moment it was received, never by the present time or by
 * other records, so that it is judged alike whenever it is read again.
 */
public final class FilingRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<String> townships;
    private final ReportLimits limits;

    /**
     * @param townships codes of the townships of the catalogue
     * @param limits the catalogue's bounds
     */
    public FilingRules(Set<String> townships, ReportLimits limits) {
        this.townships = Set.copyOf(townships);
        this.limits = limits;
    }

    /** Checks a registration. */
    public Verdict<Registration> judge(RegistrationForm form) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("enterprise_id", form.enterpriseId(), faults);
        TextRules.checkText("name", form.name(), faults);
        TextRules.checkText("industry", form.industry(), faults);
        if (!townships.contains(form.unit())) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "unit",
                    Quotation.of(form.unit()) + " is not the code of a township in the catalogue"));
        }
        Optional<Scope> scope = Scope.of(form.scope());
        if (scope.isEmpty()) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_SCOPE,
                    "scope",
                    Quotation.of(form.scope()) + " is not a scope; there are " + String.join(" and ", Scope.ids())));
        }
        Optional<YearMonth> from = month("valid_from", form.validFrom(), faults);
        boolean open = form.validTo() == null || form.validTo().isEmpty();
        Optional<YearMonth> to = open ? Optional.empty() : month("valid_to", form.validTo(), faults);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            faults.add(new Rejection(
                    Reason.VALID_TO_BEFORE_VALID_FROM,
                    "valid_to",
                    "the last month " + to.get() + " is before the first, " + from.get()));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        return new Verdict.Accepted<>(new Registration(
                form.enterpriseId(),
                form.name(),
                form.unit(),
                scope.orElseThrow(),
                form.industry(),
                from.orElseThrow(),
                to,
                form.synthetic()));
    }

    /**
     * Checks a report.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<EnterpriseReport> judge(ReportForm form, Instant receivedAt) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("enterprise_id", form.enterpriseId(), faults);
        Optional<CumulativePeriod> period =
                month("period", form.period(), faults).map(CumulativePeriod::through);
        period.ifPresent(months -> checkPeriod(months, receivedAt, faults));
        checkAmount("revenue", form.revenue(), faults);
        checkAmount("revenue_last_year", form.revenueLastYear(), faults);
        form.retailSales().ifPresent(amount -> checkAmount("retail_sales", amount, faults));
        form.retailSalesLastYear().ifPresent(amount -> checkAmount("retail_sales_last_year", amount, faults));
        checkRetail(form, faults);
        if (form.revision() < 0) {
            faults.add(new Rejection(
                    Reason.BAD_REVISION, "revision", form.revision() + " is negative; the first filing is revision 0"));
        }
        if (form.reportedAt().isAfter(receivedAt.plus(limits.clockTolerance()))) {
            faults.add(new Rejection(
                    Reason.REPORTED_IN_THE_FUTURE,
                    "reported_at",
                    ReportingZone.shown(form.reportedAt()) + " is after the report was received, at "
                            + ReportingZone.shown(receivedAt)));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        Optional<YearOverYear> retail = form.retailSales()
                .map(amount ->
                        new YearOverYear(amount, form.retailSalesLastYear().orElseThrow()));
        return new Verdict.Accepted<>(new EnterpriseReport(
                form.enterpriseId(),
                period.orElseThrow(),
                new YearOverYear(form.revenue(), form.revenueLastYear()),
                retail,
                form.revision(),
                form.reportedAt(),
                form.synthetic()));
    }

    private void checkPeriod(CumulativePeriod period, Instant receivedAt, List<Rejection> faults) {
        if (period.month() < limits.firstMonth()) {
            faults.add(new Rejection(
                    Reason.JANUARY_ALONE,
                    "period",
                    period + " is not reported; the first period of a year goes through month " + limits.firstMonth()));
        }
        if (period.compareTo(limits.earliestPeriod()) < 0) {
            faults.add(new Rejection(
                    Reason.PERIOD_OUT_OF_RANGE,
                    "period",
                    period + " is before " + limits.earliestPeriod() + ", the earliest period kept"));
        }
        YearMonth present = YearMonth.from(receivedAt.atZone(ReportingZone.ZONE));
        if (period.lastMonth().isAfter(present)) {
            faults.add(new Rejection(
                    Reason.PERIOD_IN_THE_FUTURE,
                    "period",
                    period + " had not begun its last month when the report was received, in " + present));
        }
    }

    private void checkAmount(String column, Money amount, List<Rejection> faults) {
        if (amount.isNegative()) {
            faults.add(new Rejection(Reason.NEGATIVE_AMOUNT, column, amount + " is negative"));
        } else if (amount.compareTo(limits.largestAmount()) > 0) {
            faults.add(new Rejection(
                    Reason.ABSURD_AMOUNT,
                    column,
                    amount + " is above " + limits.largestAmount() + ", the most one enterprise can plausibly report"));
        }
    }

    private void checkRetail(ReportForm form, List<Rejection> faults) {
        if (form.retailSales().isPresent() != form.retailSalesLastYear().isPresent()) {
            String missing = form.retailSales().isPresent() ? "retail_sales_last_year" : "retail_sales";
            faults.add(new Rejection(
                    Reason.RETAIL_INCOMPLETE, missing, "is empty, but the other year's retail sales are given"));
        }
        form.retailSales().ifPresent(retail -> checkRetailAgainst("retail_sales", retail, form.revenue(), faults));
        form.retailSalesLastYear()
                .ifPresent(
                        retail -> checkRetailAgainst("retail_sales_last_year", retail, form.revenueLastYear(), faults));
    }

    private void checkRetailAgainst(String column, Money retail, Money revenue, List<Rejection> faults) {
        BigDecimal most = limits.retailToRevenue().multiply(BigDecimal.valueOf(revenue.fen()));
        if (BigDecimal.valueOf(retail.fen()).compareTo(most) > 0) {
            faults.add(new Rejection(
                    Reason.RETAIL_ABOVE_REVENUE,
                    column,
                    retail + " is more than " + limits.retailToRevenue() + " times the revenue of " + revenue));
        }
    }

    /** What is wrong with the id of an enterprise that comes without a form; nothing when it can be taken. */
    public List<Rejection> faultsOfId(String id) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("enterprise_id", id, faults);
        return faults;
    }

    private static Optional<YearMonth> month(String column, String text, List<Rejection> faults) {
        try {
            return Optional.of(CumulativePeriod.parse(text).lastMonth());
        } catch (IllegalArgumentException noMonth) {
            faults.add(new Rejection(Reason.BAD_PERIOD, column, noMonth.getMessage()));
            return Optional.empty();
        }
    }
}
