package dev.pennant.core.retail;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which stores and receipts can be taken. A record is judged by itself and by the moment it was received, never by the present time or by other
 * records, so that it is judged alike whenever it is read again.
 */
public final class RetailRules implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> CHANNELS = List.of("store", "online");

    private final Set<String> townships;
    private final RetailCategories categories;
    private final ReceiptLimits limits;
    private final ReceiptBounds bounds;

    /**
     * @param townships codes of the townships of the catalogue
     * @param categories the catalogue's categories
     * @param limits the catalogue's bounds
     */
    public RetailRules(Set<String> townships, RetailCategories categories, ReceiptLimits limits) {
        this.townships = Set.copyOf(townships);
        this.categories = categories;
        this.limits = limits;
        this.bounds = new ReceiptBounds(limits);
    }

    /** The categories that receipts are told apart by. */
    public RetailCategories categories() {
        return categories;
    }

    /** The channels a receipt may come from. */
    public static List<String> channels() {
        return CHANNELS;
    }

    /** The bounds of a plausible receipt. */
    public ReceiptBounds bounds() {
        return bounds;
    }

    /** Checks a store's registration. */
    public Verdict<StoreRegistration> judge(StoreForm form) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("store_id", form.storeId(), faults);
        TextRules.checkText("name", form.name(), faults);
        if (!townships.contains(form.unit())) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "unit",
                    Quotation.of(form.unit()) + " is not the code of a township in the catalogue"));
        }
        Optional<LocalDate> from = validFrom(form.validFrom());
        if (from.isEmpty()) {
            String detail = Quotation.of(form.validFrom()) + " is not a day like 2020-01-01, from 1900 to 2299";
            faults.add(new Rejection(Reason.BAD_DAY, "valid_from", detail));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        return new Verdict.Accepted<>(
                new StoreRegistration(form.storeId(), form.name(), form.unit(), from.orElseThrow(), form.synthetic()));
    }

    /**
     * Checks a receipt. A category that the catalogue does not know is no fault.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<Receipt> judge(ReceiptForm form, Instant receivedAt) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("store_id", form.storeId(), faults);
        checkTime(form.soldAt(), receivedAt, faults);
        TextRules.checkText("category", form.category(), faults);
        checkAmount(form, faults);
        if (!CHANNELS.contains(form.channel())) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_CHANNEL,
                    "channel",
                    Quotation.of(form.channel()) + " is not a channel; there are " + String.join(" and ", CHANNELS)));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        return new Verdict.Accepted<>(new Receipt(
                form.storeId(),
                form.receiptNo(),
                form.soldAt(),
                categories.placeOf(form.category()),
                form.amount(),
                form.synthetic()));
    }

    /** What is wrong with the id of a store that comes without a form; nothing when it can be taken. */
    public List<Rejection> faultsOfId(String storeId) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("store_id", storeId, faults);
        return faults;
    }

    /** The day from which a registration counts, where the text is one that can be taken: of a year from 1900 to 2299, as far as the tables' days go. */
    public static Optional<LocalDate> validFrom(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2299);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private void checkTime(Instant soldAt, Instant receivedAt, List<Rejection> faults) {
        long millis = millis(soldAt);
        if (bounds.isTooLongAgo(millis)) {
            faults.add(new Rejection(
                    Reason.SOLD_TOO_LONG_AGO,
                    "sold_at",
                    ReportingZone.shown(soldAt) + " is before " + limits.earliestDay()
                            + ", the first day that is counted"));
        } else if (bounds.isInTheFuture(millis, millis(receivedAt))) {
            faults.add(new Rejection(
                    Reason.SOLD_IN_THE_FUTURE,
                    "sold_at",
                    ReportingZone.shown(soldAt) + " is after the receipt was received, at "
                            + ReportingZone.shown(receivedAt)
                            + ", by more than the " + limits.clockTolerance().toHours()
                            + " hours that a till's clock may be ahead"));
        }
    }

    /** Milliseconds of UTC, of a moment beyond all that can be counted so the first or the last. */
    private static long millis(Instant moment) {
        try {
            return moment.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private void checkAmount(ReceiptForm form, List<Rejection> faults) {
        long fen = form.amount().fen();
        if (fen == 0) {
            faults.add(new Rejection(Reason.ZERO_AMOUNT, "amount", "is zero; a receipt is paid, or paid back"));
        } else if (!bounds.isPlausible(fen)) {
            faults.add(new Rejection(
                    Reason.ABSURD_AMOUNT,
                    "amount",
                    form.amount() + " is beyond " + limits.largestAmount()
                            + ", the most one receipt can plausibly be"));
        }
    }
}
